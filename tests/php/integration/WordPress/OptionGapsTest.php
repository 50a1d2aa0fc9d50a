<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Backup\Gap;
use OrderInvoicer\Domain\Backup\Gaps;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Tables\Sql;

final class OptionGapsTest extends IntegrationTestCase {

	public function test_what_is_kept_comes_back_of_this_account_alone(): void {
		$gaps = $this->gaps( 'one' );
		$at   = new \DateTimeImmutable( '2026-03-02T10:00:00Z' );
		self::assertSame(
			[ null, null, null ],
			[ $gaps->awake_at(), $gaps->open_gap( DocumentKind::Invoice ), $gaps->restored_at() ]
		);

		$gaps->awake( $at );
		$gaps->restored( $at );
		$gaps->woke( $at );
		$gaps->keep( DocumentKind::Invoice, new Gap( $at ) );
		self::assertSame( '', $gaps->open_gap( DocumentKind::Invoice )?->position );
		$gaps->keep( DocumentKind::Invoice, new Gap( $at, 'WzIwMTQtMDEtMDEsNTk4XQ==' ) );

		self::assertEquals(
			[ $at, $at, $at, new Gap( $at, 'WzIwMTQtMDEtMDEsNTk4XQ==' ), null ],
			[
				$gaps->awake_at(),
				$gaps->restored_at(),
				$gaps->woke_at(),
				$gaps->open_gap( DocumentKind::Invoice ),
				$gaps->open_gap( DocumentKind::Order ),
			]
		);
		self::assertSame(
			[ null, null ],
			[ $this->gaps( 'another' )->awake_at(), $this->gaps( 'another' )->open_gap( DocumentKind::Invoice ) ]
		);

		$gaps->close( DocumentKind::Invoice );
		self::assertNull( $gaps->open_gap( DocumentKind::Invoice ) );
	}

	/** Another process wrote meanwhile: a copy in memory would be old. */
	public function test_it_is_read_past_the_cache(): void {
		global $wpdb;
		$gaps = $this->gaps( 'one' );
		$gaps->awake( new \DateTimeImmutable( '@1000' ) );
		self::assertSame( 1000, $gaps->awake_at()?->getTimestamp() );
		$wpdb->query(
			"UPDATE {$wpdb->options} SET option_value = '2000' WHERE option_name LIKE 'orderinvoicer\\_awake\\_%'"
				. " AND option_value = '1000'"
		);

		self::assertSame( 2000, $gaps->awake_at()?->getTimestamp() );
	}

	private function gaps( string $account ): Gaps {
		$connected = $this->createStub( Account::class );
		$connected->method( 'id' )->willReturn( $account );
		return new Gaps( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ), $connected );
	}
}
