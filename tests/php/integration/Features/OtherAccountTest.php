<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Tests\Integration\Engine\TableRun;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use PHPUnit\Framework\Attributes\Group;

/**
 * The order table in an account in which nothing is as assumed, and in one for each fact that is turned round alone:
 * what is made is right, all else says why it is not.
 */
#[Group( 'real-woocommerce' )]
#[Group( 'faults' )]
final class OtherAccountTest extends IntegrationTestCase {

	private const TABLE = __DIR__ . '/../../../../includes/Features/Doctor/assumptions.json';

	/** Amounts that cannot be read stop each order; a search a minute late would take hours (HistoriesTest has it). */
	private const LEFT_OUT = [ 'amounts', 'search_lag_seconds' ];

	/** Accounts in which more orders stop than in one that is as assumed: Sellsy adds up otherwise. */
	private const STOPS = [ 'all', 'rounding', 'v1-arithmetic' ];

	/** Each by itself takes a quarter of an hour: by night. */
	public function test_every_document_that_is_made_is_right(): void {
		$done    = [];
		$stopped = [];
		foreach ( TableRun::get( 'documents', 'ttc-line', self::accounts() )->made as $order ) {
			$account = $order['account'];
			$name    = "$account: {$order['kind']} of {$order['name']}";
			if ( $order['state'] !== 'done' ) {
				$stopped[ $account ][] = "{$order['kind']} of {$order['name']}";
			}
			if ( $order['document'] === null ) {
				self::assertSame( 'attention', $order['state'], $name );
				self::assertNotNull( $order['problem'], $name );
				continue;
			}
			$done[ $account ] = 1 + ( $done[ $account ] ?? 0 );
			$amounts          = $order['document']['amounts'];
			$total            = Decimal::from_string( (string) ( $amounts['total_incl_tax'] ?? $amounts['total'] ) );
			$decimals         = strlen( explode( '.', "{$order['expected']['total']}." )[1] );
			$paid             = Decimal::from_string( $order['order_total'] )->round( $decimals, Rounding::HalfUp );
			if ( $order['state'] === 'done' ) {
				self::assertTrue( $paid->equals( $total ), "$name: {$paid->to_string()}, {$total->to_string()}" );
			} else {
				self::assertSame( 'draft', $order['document']['status'] ?? 'draft', $name );
				self::assertNotNull( $order['problem'], $name );
			}
		}
		self::assertEqualsCanonicalizing( array_keys( self::accounts() ), array_keys( $done ) );
		self::assertGreaterThan( 20, min( $done ) );
		foreach ( array_diff_key( $stopped, array_flip( self::STOPS ) ) as $account => $orders ) {
			self::assertSame( [], array_diff( $orders, $stopped['as assumed'] ), $account );
		}
	}

	/** @return array<string, array{options: array<string, mixed>, documents: list<string>, otherwise: list<string>}> */
	private static function accounts(): array {
		$rows  = (array) json_decode( (string) file_get_contents( self::TABLE ), true, 512, JSON_THROW_ON_ERROR );
		$names = array_map( strval( ... ), array_keys( $rows ) );
		$alone = array_filter(
			$names,
			static fn ( string $name ): bool => isset( $rows[ $name ]['sandbox'] )
				|| Assumption::tryFrom( $name ) !== null
		);
		$accounts = [
			'as assumed' => self::account( [], $rows, [ 'invoice', 'delivery' ] ),
			'all'        => self::account( $names, $rows, [ 'invoice', 'delivery' ] ),
		];
		foreach ( $alone as $name ) {
			$kind              = str_starts_with( $name, 'v1-' ) ? 'delivery' : 'invoice';
			$accounts[ $name ] = self::account( [ $name ], $rows, [ $kind ] );
		}
		return $accounts;
	}

	/**
	 * @param list<string>                              $otherwise
	 * @param array<array-key, array<string, mixed>>    $rows
	 * @param list<string>                              $documents
	 * @return array{options: array<string, mixed>, documents: list<string>, otherwise: list<string>}
	 */
	private static function account( array $otherwise, array $rows, array $documents ): array {
		$options = [];
		foreach ( $rows as $name => $row ) {
			if ( isset( $row['sandbox'] ) ) {
				$is_turned = in_array( $name, $otherwise, true );
				$options[ $row['sandbox']['option'] ] = $is_turned
					? $row['sandbox']['otherwise']
					: $options[ $row['sandbox']['option'] ] ?? $row['sandbox']['assumed'];
			}
		}
		return [
			'options'   => array_diff_key( $options, array_flip( self::LEFT_OUT ) ),
			'documents' => $documents,
			'otherwise' => $otherwise,
		];
	}
}
