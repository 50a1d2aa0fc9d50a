<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Settings;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\VatArea;
use OrderInvoicer\Domain\Settings\OrderTraits;
use OrderInvoicer\Domain\Settings\Rule;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** Each condition beside each kind of order, and what is stored of it. */
final class ConditionsTest extends TestCase {

	/** A rule as every release before has written it. */
	private const PLAIN = '{"id":11,"gateways":["stripe"],"buyer":"company","area":"eu","makes":true,"trigger":"paid",'
		. '"finalise":"manual","email":false,"owner_id":null,"model_id":null,"rate_category_id":null,"unread":""}';

	/** @return iterable<string, array{array<string, mixed>, array<string, bool|null>}> which orders it takes. */
	public static function conditions(): iterable {
		yield 'nothing' => [ [], self::all( true ) ];
		yield 'pickup, wherever' => [ [ 'shipping' => [ 'local_pickup' ] ], self::only( 'pickup', 'two ways' ) ];
		yield 'pickup of one zone' => [ [ 'shipping' => [ 'local_pickup:4' ] ], self::only( 'two ways' ) ];
		yield 'pickup of the blocks' => [ [ 'shipping' => [ 'pickup_location' ] ], self::only( 'block pickup' ) ];
		yield 'either pickup' => [
			[ 'shipping' => [ 'local_pickup', 'pickup_location' ] ],
			self::only( 'pickup', 'two ways', 'block pickup' ),
		];
		yield 'no delivery' => [ [ 'shipping' => [ 'unnamed' ] ], self::only( 'a file' ) ];
		yield '1,000 euros and more' => [ [ 'total' => 'at_least:1000.00:EUR' ], self::only( 'just enough' ) ];
		yield 'below 1,000 euros' => [
			[ 'total' => 'below:1000:EUR' ],
			[
				'just enough' => false,
				'dollars'     => false,
			] + self::all( true ),
		];
		yield 'below a cent more' => [
			[ 'total' => 'below:1000.0001:EUR' ],
			[ 'dollars' => false ] + self::all( true ),
		];
		yield '10 dollars and more' => [ [ 'total' => 'at_least:10:USD' ], self::only( 'dollars' ) ];
		yield 'dollars' => [ [ 'currencies' => [ 'USD', 'GBP' ] ], self::only( 'dollars' ) ];
		yield 'resellers' => [ [ 'roles' => [ 'reseller' ] ], self::only( 'just enough' ) ];
		yield 'guests' => [ [ 'roles' => [ 'guest' ] ], self::only( 'a file' ) ];
		yield 'a category' => [ [ 'categories' => [ 7 ] ], self::only( 'pickup', 'one deleted' ) ];
		yield 'one above it' => [
			[ 'categories' => [ 70 ] ],
			self::only( 'pickup', 'two ways', 'one deleted' ),
		];
		yield 'another one' => [
			[ 'categories' => [ 8 ] ],
			[ 'one deleted' => null ] + self::only(),
		];
		yield 'another one, by card' => [
			[
				'categories' => [ 8 ],
				'gateways'   => [ 'bacs' ],
			],
			self::only(),
		];
		yield 'all at once' => [
			[
				'shipping'   => [ 'local_pickup' ],
				'currencies' => [ 'EUR' ],
				'total'      => 'below:1000:EUR',
				'roles'      => [ 'customer' ],
				'categories' => [ 7, 8 ],
			],
			self::only( 'pickup' ),
		];
	}

	/**
	 * @param array<string, mixed>     $asked
	 * @param array<string, bool|null> $expected by order; null: nobody knows.
	 * @dataProvider conditions
	 */
	public function test_which_orders_it_takes( array $asked, array $expected ): void {
		$workflow = self::settings( [ 'id' => 11 ] + $asked )->workflow( DocumentKind::Invoice );
		foreach ( self::orders() as $name => $order ) {
			$rule = match ( $expected[ $name ] ) {
				true  => 11,
				false => Rule::OTHERS,
				null  => Rule::UNSURE,
			};
			self::assertSame( $rule, $workflow->rule_for( $order ), $name );
		}
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function later(): iterable {
		yield 'shipping' => [ [ 'shipping' => [ 'flat_rate:3' ] ] ];
		yield 'total' => [ [ 'total' => 'at_least:1000.00:EUR' ] ];
		yield 'roles' => [ [ 'roles' => [ 'reseller', 'guest' ] ] ];
		yield 'categories' => [ [ 'categories' => [ 7, 8 ] ] ];
		yield 'currencies' => [ [ 'currencies' => [ 'USD' ] ] ];
	}

	public function test_a_rule_without_later_conditions_is_stored_as_ever(): void {
		self::assertSame( self::PLAIN, self::stored( json_decode( self::PLAIN, true ) ) );
	}

	/**
	 * @param array<string, mixed> $asked
	 * @dataProvider later
	 */
	public function test_a_later_condition_is_stored_where_it_is_set_alone( array $asked ): void {
		$plain  = json_decode( self::PLAIN, true );
		$stored = json_decode( self::stored( $plain + $asked ), true );

		self::assertEquals( $plain + $asked, $stored );
		self::assertSame( self::stored( $plain + $asked ), self::stored( $stored ) );
		$empty = array_map( static fn ( mixed $value ): mixed => is_array( $value ) ? [] : '', $asked );
		self::assertSame( self::PLAIN, self::stored( $plain + $empty ), 'One that asks for nothing is none.' );
	}

	/**
	 * @param array<string, mixed> $asked
	 * @dataProvider later
	 */
	public function test_an_order_that_tells_nothing_of_it_is_nobodys( array $asked ): void {
		$workflow = self::settings( [ 'id' => 11 ] + $asked, [ 'id' => 12 ] )->workflow( DocumentKind::Invoice );
		$order    = new OrderTraits( 'stripe', false, VatArea::Domestic );

		self::assertSame( Rule::UNSURE, $workflow->rule_for( $order ), 'Nor that of a rule below.' );
		self::assertFalse( $workflow->makes( Rule::UNSURE ) );
		self::assertSame( 'manual', (string) $workflow->under( Rule::UNSURE )->finalise );
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function wrong(): iterable {
		yield 'a category that is no id' => [ [ 'categories' => [ 'wine' ] ] ];
		yield 'one category' => [ [ 'categories' => 7 ] ];
		yield 'a role that is no text' => [ [ 'roles' => [ 5 ] ] ];
		yield 'a total that is a number' => [ [ 'total' => 1000 ] ];
	}

	/**
	 * @param array<string, mixed> $asked
	 * @dataProvider wrong
	 */
	public function test_one_that_cannot_be_read_makes_its_rule_unread( array $asked ): void {
		$workflow = self::settings( [ 'id' => 11 ] + $asked )->workflow( DocumentKind::Invoice );
		self::assertTrue( $workflow->is_unread( 11 ) );
	}

	public function test_a_total_that_nobody_can_read_is_nobodys(): void {
		$workflow = self::settings(
			[
				'id'    => 11,
				'total' => 'about:1000:EUR',
			]
		)->workflow( DocumentKind::Invoice );
		self::assertSame( Rule::UNSURE, $workflow->rule_for( self::orders()['pickup'] ) );
	}

	public function test_what_no_rule_asks_for_is_not_read(): void {
		$read  = static fn (): never => self::fail( 'Nobody asked.' );
		$order = new OrderTraits(
			gateway: 'stripe',
			is_company: false,
			area: VatArea::Domestic,
			currency: 'EUR',
			total: $read,
			shipping: $read,
			roles: $read,
			categories: $read
		);
		$asked = [
			'id'         => 11,
			'gateways'   => [ 'bacs' ],
			'roles'      => [ 'reseller' ],
			'categories' => [ 7 ],
		];
		self::assertSame(
			12,
			self::settings( $asked, [ 'id' => 12 ] )->workflow( DocumentKind::Invoice )->rule_for( $order )
		);
	}

	/** @return array<string, OrderTraits> */
	private static function orders(): array {
		return [
			'pickup'       => self::order( [ 'local_pickup', 'local_pickup:5' ], categories: [ [ 7, 70 ], [] ] ),
			'two ways'     => self::order(
				[ 'flat_rate', 'flat_rate:3', 'local_pickup', 'local_pickup:4' ],
				categories: [ [ 71, 70 ] ]
			),
			'block pickup' => self::order( [ 'pickup_location' ] ),
			'a file'       => self::order( [], roles: [ 'guest' ] ),
			'just enough'  => self::order( [ 'flat_rate' ], '1000.00', roles: [ 'customer', 'reseller' ] ),
			'dollars'      => self::order( [ 'flat_rate', 'flat_rate:3' ], '5000.00', 'USD' ),
			'one deleted'  => self::order( [ 'flat_rate', 'flat_rate:3' ], categories: [ null, [ 7, 70 ] ] ),
		];
	}

	/**
	 * @param list<string>         $shipping
	 * @param list<string>         $roles
	 * @param list<list<int>|null> $categories
	 */
	private static function order(
		array $shipping,
		string $total = '999.99',
		string $currency = 'EUR',
		array $roles = [ 'customer' ],
		array $categories = [ [] ],
	): OrderTraits {
		return new OrderTraits(
			gateway: 'stripe',
			is_company: false,
			area: VatArea::Domestic,
			currency: $currency,
			total: static fn (): Decimal => Decimal::from_string( $total ),
			shipping: static fn (): array => $shipping,
			roles: static fn (): array => $roles,
			categories: static fn (): array => $categories
		);
	}

	/** @return array<string, bool> */
	private static function all( bool $takes ): array {
		return array_fill_keys( array_keys( self::orders() ), $takes );
	}

	/** @return array<string, bool> */
	private static function only( string ...$names ): array {
		return array_fill_keys( $names, true ) + self::all( false );
	}

	private static function settings( mixed ...$rules ): Settings {
		$changed = [ 'invoice' => [ 'rules' => $rules ] ];
		return ( new SettingsArray() )->merged( World::settings( false, false ), $changed );
	}

	/** @return string the very bytes, as the option, an export, REST and WP-CLI have them. */
	private static function stored( mixed $rule ): string {
		$stored = ( new SettingsArray() )->to_array( self::settings( $rule ) );
		$rules  = is_array( $stored['invoice'] ) ? $stored['invoice']['rules'] : null;
		return (string) json_encode( is_array( $rules ) ? $rules[0] : null );
	}
}
