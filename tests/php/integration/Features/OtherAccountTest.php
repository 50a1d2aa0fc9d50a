<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Tests\Integration\Engine\TableRun;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use PHPUnit\Framework\Attributes\Group;

/** The order table in an account in which nothing is as assumed: what is made is right, all else says why it is not. */
#[Group( 'real-woocommerce' )]
#[Group( 'faults' )]
final class OtherAccountTest extends IntegrationTestCase {

	private const TABLE = __DIR__ . '/../../../../includes/Features/Doctor/assumptions.json';

	/** A search a minute late for each of hundreds would take hours; HistoriesTest has it. */
	private const LEFT_OUT = [ 'search_lag_seconds' ];

	public function test_every_document_that_is_made_is_right(): void {
		$made = TableRun::get( 'documents', 'ttc-line', [ 'otherwise' => self::account() ] )->made;
		$done = 0;
		foreach ( $made as $order ) {
			$name = "{$order['kind']} of {$order['name']}";
			if ( $order['document'] === null ) {
				self::assertSame( 'attention', $order['state'], $name );
				self::assertNotNull( $order['problem'], $name );
				continue;
			}
			++$done;
			$amounts  = $order['document']['amounts'];
			$total    = Decimal::from_string( (string) ( $amounts['total_incl_tax'] ?? $amounts['total'] ) );
			$decimals = strlen( explode( '.', "{$order['expected']['total']}." )[1] );
			$paid     = Decimal::from_string( $order['order_total'] )->round( $decimals, Rounding::HalfUp );
			if ( $order['state'] === 'done' ) {
				self::assertTrue( $paid->equals( $total ), "$name: {$paid->to_string()}, {$total->to_string()}" );
			} else {
				self::assertSame( 'draft', $order['document']['status'] ?? 'draft', $name );
				self::assertNotNull( $order['problem'], $name );
			}
		}
		self::assertGreaterThan( 20, $done );
	}

	/** @return array{options: array<string, mixed>, documents: list<string>, otherwise: list<string>} */
	private static function account(): array {
		$rows    = (array) json_decode( (string) file_get_contents( self::TABLE ), true, 512, JSON_THROW_ON_ERROR );
		$options = [];
		foreach ( $rows as $row ) {
			if ( isset( $row['sandbox'] ) ) {
				$options[ $row['sandbox']['option'] ] = $row['sandbox']['otherwise'];
			}
		}
		return [
			'options'   => array_diff_key( $options, array_flip( self::LEFT_OUT ) ),
			'documents' => [ 'invoice', 'delivery' ],
			'otherwise' => array_map( strval( ... ), array_keys( $rows ) ),
		];
	}
}
