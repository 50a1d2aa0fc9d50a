<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Admin\EffectText;
use OrderInvoicer\Admin\FinalText;
use OrderInvoicer\Admin\ProblemText;
use OrderInvoicer\Admin\SituationText;
use OrderInvoicer\Admin\SyncText;
use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Application\RowActs;
use OrderInvoicer\Composition\Foundation;
use OrderInvoicer\Composition\Refunds;
use OrderInvoicer\Composition\SellsyParts;
use OrderInvoicer\Persistence\MadeDocuments;
use OrderInvoicer\Persistence\Sql;
use OrderInvoicer\Rest\DocumentsView;
use OrderInvoicer\Rest\ProblemView;
use OrderInvoicer\Rest\SyncView;
use OrderInvoicer\WooCommerce\DocumentNames;
use OrderInvoicer\WooCommerce\DocumentPage;

/** The days of GET /overview as they are on another day than today. */
final class DocumentDays {

	/** @return list<array<string, mixed>> */
	public static function at( string $now_utc ): array {
		$clock = new class( $now_utc ) implements Clock {
			public function __construct( private readonly string $now ) {}

			public function now(): \DateTimeImmutable {
				return new \DateTimeImmutable( $this->now, new \DateTimeZone( 'UTC' ) );
			}

			public function today(): string {
				return $this->day_of( $this->now() );
			}

			public function day_of( \DateTimeImmutable $moment ): string {
				return $moment->setTimezone( wp_timezone() )->format( 'Y-m-d' );
			}
		};
		$names = new DocumentNames();
		$pages = new DocumentPage( 'https://sellsy.test' );
		$texts = new ProblemText( new SituationText() );
		$syncs = new SyncView( $pages, new ProblemView( $texts ), new SyncText( $texts, $pages, new EffectText( $names ), $names ), new RowActs(), self::final_text( $clock, $texts ) );
		return ( new DocumentsView( new MadeDocuments( new Sql( $GLOBALS['wpdb'] ) ), $syncs, $names, $pages, $clock ) )->days();
	}

	private static function final_text( Clock $clock, ProblemText $texts ): FinalText {
		$foundation = new Foundation( $GLOBALS['wpdb'] );
		return new FinalText( $foundation->settings(), $foundation->orders(), ( new Refunds( $foundation, new SellsyParts( $foundation ) ) )->billed(), $clock, new DocumentNames(), $texts );
	}
}
