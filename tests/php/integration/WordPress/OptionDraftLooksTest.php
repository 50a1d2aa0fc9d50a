<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Work\ListLook;
use OrderInvoicer\Domain\Work\DraftLooks;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Tables\Sql;

final class OptionDraftLooksTest extends IntegrationTestCase {

	public function test_each_look_comes_back_as_it_was_kept(): void {
		$looks = new DraftLooks( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) );
		self::assertEquals( new ListLook(), $looks->look( DocumentKind::Invoice ) );

		$begun = ( new ListLook() )->begun( new \DateTimeImmutable( '2026-03-02T10:00:00Z' ) );
		$again = $begun->read_until( 'a' )->again();
		self::assertNotNull( $again );
		$kept = [
			$begun,
			$begun->read_until( 'WzIwMTQtMDEtMDEsNTk4XQ==' ),
			$begun->read_until( 'with a space' )->less_some(),
			$again,
			$begun->read_until( '' )->less_some(),
			$begun->ended(),
			$begun->ended()->begun( new \DateTimeImmutable( '2026-03-02T11:00:00Z' ) )->less_some()->ended(),
		];
		foreach ( $kept as $look ) {
			$looks->keep_look( DocumentKind::Invoice, $look );
			self::assertEquals( $look, $looks->look( DocumentKind::Invoice ) );
		}
		self::assertEquals( new ListLook(), $looks->look( DocumentKind::CreditNote ) );
	}

	public function test_what_nobody_can_read_is_no_look(): void {
		update_option( DraftLooks::PREFIX . 'invoice', 'yesterday' );
		$looks = new DraftLooks( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) );
		self::assertEquals( new ListLook(), $looks->look( DocumentKind::Invoice ) );
	}
}
