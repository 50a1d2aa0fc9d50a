<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Reports\DocumentsView;
use OrderInvoicer\Reports\OfferView;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Reports\TaskView;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WooCommerce\DocumentMeta;
use OrderInvoicer\Wording\ActText;
use OrderInvoicer\Wording\FinalText;
use OrderInvoicer\Wording\OfferText;
use OrderInvoicer\Wording\MovedPaymentText;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\Wording\Names\EffectText;
use OrderInvoicer\Wording\Problems\ProblemText;
use OrderInvoicer\Wording\TaskText;
use OrderInvoicer\WordPress\Counts\MadeDocuments;
use OrderInvoicer\WordPress\Tables\Sql;

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

			public function hour_of( \DateTimeImmutable $moment ): int {
				return (int) $moment->setTimezone( wp_timezone() )->format( 'G' );
			}
		};
		$names = new DocumentNames();
		$pages = new DocumentPage( 'https://sellsy.test' );
		$texts = new ProblemText();
		$says  = new OfferText( new ActText(), self::final_text( $clock, $texts ) );
		$tasks = new TaskView(
			$pages,
			new ProblemView( $texts ),
			new TaskText( $texts, $pages, new EffectText( $names ), $names ),
			$says,
			new OfferView( $says, $names ),
			new DocumentMeta( new Sql( $GLOBALS['wpdb'] ) )
		);
		return ( new DocumentsView(
			new MadeDocuments( new Sql( $GLOBALS['wpdb'] ) ),
			( new Adapters( $GLOBALS['wpdb'] ) )->hourly_count(),
			$tasks,
			$names,
			$pages,
			$clock
		) )->days();
	}

	private static function final_text( Clock $clock, ProblemText $texts ): FinalText {
		$adapters = new Adapters( $GLOBALS['wpdb'] );
		$engine     = PluginEngine::make();
		return new FinalText(
			$adapters->settings(),
			$engine->sale_orders(),
			$engine->billable_order(),
			$clock,
			new DocumentNames(),
			$texts,
			new MovedPaymentText( $engine->open_reissue() ),
			[]
		);
	}
}
