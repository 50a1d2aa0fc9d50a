<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\FollowUps;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\OrderTraits;
use OrderInvoicer\Domain\Settings\Rule;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Tests\SnapshotArray;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * Each recorded order, paid in three ways, takes the rule that tests/fixtures/rule-table.php says: as it was recorded,
 * after edits while it has no invoice, and never another one once it has.
 *
 * @phpstan-type Shop array{
 *     rules: list<array<string, mixed>>,
 *     others: bool,
 *     table: array<string, array<string, array<string, int|string>>>
 * }
 */
final class RuleTableTest extends TestCase {

	private const FIXTURES = __DIR__ . '/../../../../fixtures/';

	/** @return iterable<string, array{string}> */
	public static function shops(): iterable {
		foreach ( array_keys( self::table()['shops'] ) as $name ) {
			yield $name => [ $name ];
		}
	}

	public function test_there_are_two_hundred_orders(): void {
		self::assertGreaterThanOrEqual( 200, count( self::orders() ) );
	}

	/** @dataProvider shops */
	public function test_each_recorded_order_takes_the_rule_of_the_table( string $name ): void {
		$shop     = self::table()['shops'][ $name ];
		$settings = ( new SettingsArray() )->merged( World::settings( false, false ), self::settings( $shop ) );
		foreach ( self::orders() as $about => [ $order, $cell ] ) {
			self::assertSame(
				self::expected( $shop, $cell ),
				$settings->rule_for( DocumentKind::Invoice, OrderTraits::of( $order ) ),
				$about
			);
		}
	}

	/**
	 * Each is placed with what the next one is like, then edited to what it is, invoiced, and edited again.
	 *
	 * @dataProvider shops
	 */
	public function test_edits_choose_the_rule_until_there_is_an_invoice( string $name ): void {
		$orders            = array_values( self::orders() );
		$would_fit_another = 0;
		foreach ( array_chunk( $orders, 23, true ) as $some ) { // Ledgers in memory are slow once they are long.
			$would_fit_another += $this->edited( self::table()['shops'][ $name ], $some, $orders );
		}
		self::assertGreaterThan( 20, $would_fit_another, 'The edits have to be worth something.' );
	}

	/**
	 * @param Shop                                                             $shop
	 * @param array<int, array{OrderSnapshot, array{string, string, string}}>  $orders
	 * @param list<array{OrderSnapshot, array{string, string, string}}>        $all
	 * @return int how many have an invoice that another rule would make by now.
	 */
	private function edited( array $shop, array $orders, array $all ): int {
		$world = new World();
		$world->change_settings( self::settings( $shop ) );
		foreach ( $orders as $i => [ $order ] ) {
			$this->put( $world, $i + 1, ( $all[ $i + 7 ] ?? $all[0] )[0], 'pending' );
			$world->fire( $i + 1 );
			$this->put( $world, $i + 1, $order, 'processing' );
			$world->fire( $i + 1 );
		}
		$this->work( $world );
		$before = [];
		foreach ( $orders as $i => [ , $cell ] ) {
			$before[ $i ] = $this->made( $world, $i + 1 );

			$rule  = self::expected( $shop, $cell );
			$makes = $world->shop->settings->workflow( DocumentKind::Invoice )->makes( $rule );
			$final = $world->shop->settings->workflow( DocumentKind::Invoice )->under( $rule )->finalise->value;
			self::assertSame( $makes ? [ $rule, $final === 'at_once' ] : [], $before[ $i ], implode( ' ', $cell ) );
		}
		foreach ( array_keys( $orders ) as $i ) {
			$this->put( $world, $i + 1, ( $all[ $i + 7 ] ?? $all[0] )[0], 'completed' );
			$world->fire( $i + 1 );
		}
		$this->work( $world );
		$would_fit_another = 0;
		foreach ( array_keys( $orders ) as $i ) {
			$settings = $world->shop->settings;
			$now      = $settings->rule_for( DocumentKind::Invoice, OrderTraits::of( $world->shop->orders[ $i + 1 ] ) );
			$is_made  = $before[ $i ] !== [];
			$expected = $is_made ? $before[ $i ] : $this->after( $world, $now );
			self::assertSame( $expected, $this->made( $world, $i + 1 ) );
			$would_fit_another += (int) ( $is_made && $before[ $i ][0] !== $now );
		}
		return $would_fit_another;
	}

	private function work( World $world ): void {
		for ( $i = 0; $i < 4; $i++ ) {
			$world->clock->advance( 60 );
			$world->due->run( 900 );
		}
	}

	/** @return array{}|array{int, bool} what comes of an order that had no invoice before it was edited. */
	private function after( World $world, int $rule ): array {
		$workflow = $world->shop->settings->workflow( DocumentKind::Invoice );
		return $workflow->makes( $rule ) ? [ $rule, $workflow->under( $rule )->finalise->value === 'at_once' ] : [];
	}

	/** @return array{}|array{int, bool} the rule that the ledger keeps, and whether the invoice is final. */
	private function made( World $world, int $order_id ): array {
		$row = $world->ledger->find_by_key( new TaskKey( $order_id, Effect::CreateInvoice ) );
		return $row === null || $row->remote_id === 0 ? [] : [ $row->rule_id, $row->remote_number !== '' ];
	}

	/** An order of the world, bought and paid as the recorded one. */
	private function put( World $world, int $id, OrderSnapshot $like, string $status ): void {
		$order = $world->order( $id, status: $status );

		$world->shop->orders[ $id ]  = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'buyer'       => new Buyer(
					...[
						...get_object_vars( World::buyer( $id, "client-$id@example.com" ) ),
						'company' => $like->buyer->company,
					]
				),
				'tax_country' => $like->tax_country,
				'payment'     => $like->payment,
			]
		);
		$world->shop->changed[ $id ] = $world->clock->now();
	}

	/**
	 * @param Shop $shop
	 * @return array<string, mixed>
	 */
	private static function settings( array $shop ): array {
		return [
			'invoice' => [
				'rules'  => $shop['rules'],
				'others' => $shop['others'],
			],
		];
	}

	/**
	 * @param Shop                          $shop
	 * @param array{string, string, string} $cell
	 */
	private static function expected( array $shop, array $cell ): int {
		$rule = $shop['table'][ $cell[0] ][ $cell[1] ][ $cell[2] ];
		return $rule === 'none' ? Rule::NONE : (int) $rule;
	}

	/**
	 * @return array<string, array{OrderSnapshot, array{string, string, string}}> each with its gateway, buyer and area
	 *         as the table calls them.
	 */
	private static function orders(): array {
		$table  = self::table();
		$orders = [];
		foreach ( (array) glob( self::FIXTURES . 'orders/*.json' ) as $file ) {
			$name     = basename( (string) $file, '.json' );
			$recorded = json_decode( (string) file_get_contents( (string) $file ), true, 512, JSON_THROW_ON_ERROR );
			$order    = SnapshotArray::from_array( $recorded['snapshot'] );
			foreach ( $table['gateways'] as $gateway ) {
				$paid = new OrderSnapshot(
					...[
						...get_object_vars( $order ),
						'payment' => new OrderPayment( $gateway, $gateway, is_paid: true ),
					]
				);
				$area = match ( true ) {
					in_array( $name, $table['eu'], true )      => 'eu',
					in_array( $name, $table['outside'], true ) => 'outside',
					default                                    => 'france',
				};
				$orders[ "$name by $gateway" ] = [
					$paid,
					[ $gateway, in_array( $name, $table['companies'], true ) ? 'company' : 'person', $area ],
				];
			}
		}
		return $orders;
	}

	/**
	 * @return array{
	 *     companies: list<string>,
	 *     eu: list<string>,
	 *     outside: list<string>,
	 *     gateways: list<string>,
	 *     shops: array<string, Shop>
	 * }
	 */
	private static function table(): array {
		return require self::FIXTURES . 'rule-table.php';
	}
}
