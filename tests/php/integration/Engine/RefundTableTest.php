<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/**
 * The refund table, all the way: real WooCommerce, this plugin, the Sellsy sandbox. Each refund has its credit note,
 * exact to the cent, final and set against its invoice, of which just the rest is due.
 */
#[Group( 'real-woocommerce' )]
#[Group( 'walks' )]
final class RefundTableTest extends IntegrationTestCase {

	private const PROJECT = __DIR__ . '/../../../..';

	/** Options of the sandbox. */
	private const ACCOUNTS = [
		'2 decimals' => [ 'unit_price_decimals' => 2 ],
		'5 decimals' => [ 'unit_price_decimals' => 5 ],
	];

	/** Each day the one that refuses most. @return array<string, array<string, int>> */
	private static function accounts(): array {
		return Cuts::are_all() ? self::ACCOUNTS : array_slice( self::ACCOUNTS, 0, 1, true );
	}

	/** What all tests have of one kind of shop. */
	public static function run_of( string $kind_of_shop ): TableRun {
		return TableRun::get( 'credit-notes', $kind_of_shop, self::accounts() );
	}

	#[DataProvider( 'kinds_and_accounts' )]
	public function test_each_refund_becomes_the_credit_note_of_the_table( string $kind, string $account ): void {
		$table  = array_filter(
			require self::PROJECT . '/tests/fixtures/refund-table.php',
			static fn ( array $entry ): bool => $entry['shop'] === $kind
		);
		$orders = array_filter(
			self::run_of( $kind )->made,
			static fn ( array $order ): bool => $order['account'] === $account
		);
		self::assertSame( array_keys( $table ), array_column( $orders, 'name' ) );
		foreach ( $orders as $order ) {
			$this->assert_is_the_tables( $order, $table[ $order['name'] ]['credits'] );
		}
	}

	#[DataProvider( 'kinds_of_shop' )]
	public function test_each_account_has_documents_of_its_own( string $kind ): void {
		$made = self::run_of( $kind )->made;
		$ids  = array_column( array_column( $made, 'invoice' ), 'id' );
		foreach ( array_merge( ...array_column( $made, 'credits' ) ) as $credit ) {
			if ( $credit['note'] !== null ) {
				$ids[] = $credit['note']['id'];
			}
		}
		self::assertSame( array_unique( $ids ), $ids );
	}

	/** @return iterable<string, array{string}> */
	public static function kinds_of_shop(): iterable {
		return OrderTableTest::kinds_of_shop();
	}

	/** @return iterable<string, array{string, string}> */
	public static function kinds_and_accounts(): iterable {
		foreach ( self::kinds_of_shop() as [ $kind ] ) {
			foreach ( array_keys( self::accounts() ) as $account ) {
				yield "$kind, $account" => [ $kind, $account ];
			}
		}
	}

	/**
	 * @param array<string, mixed>       $order
	 * @param list<array<string, mixed>> $expected
	 */
	private function assert_is_the_tables( array $order, array $expected ): void {
		$name = $order['name'];
		self::assertCount( count( $expected ), $order['credits'], $name );
		// What a shop of four decimals stores, as somebody can pay it.
		$due = Decimal::from_string( $order['total'] )->round( 2, Rounding::HalfUp );
		foreach ( $expected as $i => $credit ) {
			$found = $order['credits'][ $i ];
			if ( isset( $credit['stop'] ) ) {
				self::assertSame(
					[ 'attention', $credit['stop'], '', null ],
					[ $found['state'], $found['problem'], $found['link'], $found['note'] ],
					$name
				);
				self::assertSame(
					[ 'stops', $credit['stop'] ],
					[ $found['preview']['outcome'], $found['preview']['problem']['code'] ],
					"$name: foreseen"
				);
				continue;
			}
			self::assertSame( [ 'done', null ], [ $found['state'], $found['problem'] ], $name );
			self::assertNotSame( '', $found['number'], $name );
			$this->assert_is_worth( $credit, $found['note'], $name );
			$this->assert_was_foreseen( $found['preview'], $found['note'], "$name: foreseen" );
			self::assertStringContainsString( "id={$found['note']['id']}", $found['link'], $name );
			$this->assert_set_against( $order, $found['note']['id'], $credit['total'] );
			self::assertSame(
				$i === count( $expected ) - 1,
				$order['link'] === $found['link'],
				"$name: the order shows the newest"
			);
			$due = $due->minus( Decimal::from_string( $credit['total'] ) );
		}
		self::assertSame(
			$due->to_string(),
			Decimal::from_string( $order['invoice']['amounts']['total_remaining_due_incl_tax'] )->to_string(),
			"$name: due"
		);
	}

	/**
	 * @param array<string, mixed> $credit
	 * @param array<string, mixed> $note
	 */
	private function assert_is_worth( array $credit, array $note, string $name ): void {
		$ht = Decimal::from_string( $credit['arrondi'] ?? '0' );
		foreach ( $credit['taxes'] as [ $of_tax ] ) {
			$ht = $ht->plus( Decimal::from_string( $of_tax ) );
		}
		self::assertSame(
			Decimal::from_string( $credit['total'] )->to_string(),
			Decimal::from_string( $note['amounts']['total_incl_tax'] )->to_string(),
			$name
		);
		self::assertSame(
			$ht->to_string(),
			Decimal::from_string( $note['amounts']['total_excl_tax'] )->to_string(),
			$name
		);
	}

	/**
	 * Each rate, to the cent, and Sellsy was asked.
	 *
	 * @param array<string, mixed> $preview
	 * @param array<string, mixed> $note
	 */
	private function assert_was_foreseen( array $preview, array $note, string $name ): void {
		$ht = [];
		foreach (
			array_filter( $note['rows'], static fn ( array $row ): bool => isset( $row['tax_label'] ) ) as $row
		) {
			$ht[ $row['tax_label'] ] = ( $ht[ $row['tax_label'] ] ?? Decimal::zero() )
				->plus( Decimal::from_string( $row['amount_tax_exc'] ) );
		}
		$plain = static fn ( string $amount ): string => Decimal::from_string( $amount )->to_string();
		$shown = static fn ( string $amount ): array =>
			array_map( $plain, array_column( $preview['totals']['taxes'], $amount, 'label' ) );
		self::assertSame(
			[ 'made', 'agrees', null ],
			[ $preview['outcome'], $preview['sellsy'], $preview['problem'] ],
			$name
		);
		self::assertEquals(
			array_map( static fn ( Decimal $amount ): string => $amount->to_string(), $ht ),
			$shown( 'excl_tax' ),
			"$name: HT"
		);
		self::assertEquals(
			array_map( $plain, array_column( $note['taxes'], 'amount', 'label' ) ),
			$shown( 'vat' ),
			"$name: VAT"
		);
		self::assertSame(
			$plain( $note['amounts']['total_incl_tax'] ),
			$plain( $preview['totals']['incl_tax'] ),
			$name
		);
	}

	/** @param array<string, mixed> $order */
	private function assert_set_against( array $order, int $credit_note_id, string $total ): void {
		$links = array_values(
			array_filter(
				$order['links'],
				static fn ( array $link ): bool => $link['credit_note_id'] === $credit_note_id
			)
		);
		self::assertCount( 1, $links, $order['name'] );
		self::assertSame(
			[ $order['invoice']['id'], Decimal::from_string( $total )->to_string() ],
			[ $links[0]['invoice_id'], Decimal::from_string( $links[0]['amount'] )->to_string() ],
			$order['name']
		);
	}
}
