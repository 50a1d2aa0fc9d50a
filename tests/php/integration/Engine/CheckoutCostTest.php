<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Account\SiteCopy;
use OrderInvoicer\Domain\FollowUps\OrderEventHandler;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Measures;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WooCommerce\OrderListener;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use OrderInvoicer\WordPress\Queue\AfterResponse;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/**
 * What the plugin adds to a checkout, until the shopper has the answer, and afterwards: the same cart is bought with it
 * and without it, in turn. `ORDERINVOICER_SHOW_COST=yes` prints the figures.
 */
#[Group( 'real-woocommerce' )]
final class CheckoutCostTest extends CommittedTestCase {

	/** WooCommerce asks a thing more or less from time to time: the least counts, of both, and not to the last one. */
	private const TURNS = 5;
	private const NOISE = 3;

	/** Documents that there are by then are looked after once, whatever happened to the order. */
	private const MOST_AFTERWARDS = 5;

	private const FORM = [
		'payment_method'     => 'cheque',
		'billing_first_name' => 'Client',
		'billing_last_name'  => 'Test',
		'billing_email'      => 'client@example.com',
		'billing_address_1'  => '1 rue de la Paix',
		'billing_postcode'   => '75002',
		'billing_city'       => 'Paris',
		'billing_country'    => 'FR',
	];

	private Adapters $adapters;
	private SandboxShop $shop;

	/** @var array<string, \WP_Hook> as they were. */
	private array $hooks;

	protected function setUp(): void {
		parent::setUp();
		$this->hooks = array_map( static fn ( \WP_Hook $hook ): \WP_Hook => clone $hook, $GLOBALS['wp_filter'] );
		$this->shop  = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->shop->settle_everything();
		$this->adapters = new Adapters( $GLOBALS['wpdb'] );
		remove_all_actions( 'shutdown' );
		wc_load_cart();
		WC()->payment_gateways();
	}

	protected function tearDown(): void {
		$GLOBALS['wp_filter'] = $this->hooks; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- as they were.
		parent::tearDown();
	}

	/** @return array<string, array{list<string>, bool, int}> statuses, whether a payment is reported, statements. */
	public static function ways(): array {
		return [
			'by card'                             => [ [], true, 2 ],
			'on delivery'                         => [ [ 'processing' ], false, 2 ],
			'by transfer'                         => [ [ 'on-hold' ], false, 1 ],
			'by transfer, then found and shipped' => [ [ 'on-hold', 'processing', 'completed' ], false, 2 ],
		];
	}

	/**
	 * The row, and what was paid, which WooCommerce saves.
	 *
	 * @param list<string> $statuses
	 */
	#[DataProvider( 'ways' )]
	public function test_a_checkout_costs_little_more( array $statuses, bool $is_paid, int $most ): void {
		$this->listen_as_on_the_web();
		$this->buy( $statuses, $is_paid );
		$without = [];
		$with    = [];
		$ours    = [];
		$later   = [];
		for ( $turn = 0; $turn < self::TURNS; $turn++ ) {
			$without[] = count( $this->without_the_plugin( fn (): array => $this->buy( $statuses, $is_paid ) )[0] );
			$bought    = $this->buy( $statuses, $is_paid );
			$with[]    = count( $bought[0] );
			$ours[]    = count( self::ours( $bought[0] ) );
			$later[]   = count( self::ours( $bought[1] ) );
		}
		$added = min( $with ) - min( $without );
		Measures::note( "checkout, {$this->dataName()}: queries of ours", max( $ours ) );
		Measures::note( "checkout, {$this->dataName()}: queries afterwards", max( $later ) );
		if ( getenv( 'ORDERINVOICER_SHOW_COST' ) === 'yes' ) {
			$all = implode( ' ', $with ) . ' with, ' . implode( ' ', $without ) . ' without; ' . implode( ' ', $later );
			fwrite( STDERR, "\n{$this->dataName()}: $added ($all)" );
		}
		self::assertLessThanOrEqual( $most, max( $ours ), implode( "\n", self::ours( $bought[0] ) ) );
		self::assertLessThanOrEqual( $most + self::NOISE, $added, implode( "\n", $bought[0] ) );
		self::assertLessThanOrEqual( self::MOST_AFTERWARDS, max( $later ), implode( "\n", $bought[1] ) );
	}

	/** As a web server serves it, where somebody waits for the answer. */
	private function listen_as_on_the_web(): void {
		global $wp_filter;
		foreach ( OrderListener::HOOKS as $hook ) {
			foreach ( $wp_filter[ $hook ]->callbacks ?? [] as $priority => $all ) {
				foreach ( $all as $one ) {
					if ( is_array( $one['function'] ) && $one['function'][0] instanceof OrderListener ) {
						remove_action( $hook, $one['function'], $priority );
					}
				}
			}
		}
		$handler = new OrderEventHandler(
			$this->adapters->settings(),
			new WorkflowSelector(),
			$this->adapters->ledger(),
			new ActionSchedulerQueue( new AfterResponse( 'fpm-fcgi' ), $this->adapters->logger( ... ) ),
			$this->adapters->clock(),
			fn () => new SiteCopy( $this->adapters->site(), $this->adapters->pauses(), $this->adapters->clock() )
		);
		$made = static fn (): OrderEventHandler => $handler;
		( new OrderListener( $made, $this->adapters->order_events( ... ) ) )->register();
	}

	/**
	 * @param list<string> $statuses
	 * @return array{list<string>, list<string>} statements until the answer, and those after it.
	 */
	private function buy( array $statuses, bool $is_paid ): array {
		wp_cache_flush();
		WC()->cart->empty_cart();
		WC()->cart->add_to_cart( wc_get_product_id_by_sku( 'TASSE-01' ), 2 );
		$asked = [];
		$note  = static function ( string $sql ) use ( &$asked ): string {
			$asked[] = (string) preg_replace( '/\s+/', ' ', $sql );
			return $sql;
		};
		add_filter( 'query', $note );
		$order = wc_get_order( WC()->checkout()->create_order( self::FORM ) );
		foreach ( $statuses as $status ) {
			$order->update_status( $status, 'Awaiting payment.' );
		}
		$is_paid && $order->payment_complete( 'tx-1' );
		$answered = $asked;
		$asked    = [];
		do_action( 'shutdown' );
		remove_filter( 'query', $note );
		self::assertSame( end( $statuses ) === false ? 'processing' : end( $statuses ), $order->get_status() );
		return [ $answered, $asked ];
	}

	/**
	 * What names our tables, options and metas; without the wake-up, which Action Scheduler writes.
	 *
	 * @param list<string> $asked
	 * @return list<string>
	 */
	private static function ours( array $asked ): array {
		return array_values(
			array_filter(
				$asked,
				static fn ( string $sql ): bool =>
					str_contains( $sql, 'orderinvoicer' ) && ! str_contains( $sql, 'actionscheduler' )
			)
		);
	}

	/**
	 * @template T
	 * @param callable(): T $act
	 * @return T
	 */
	private function without_the_plugin( callable $act ): mixed {
		global $wp_filter;
		$kept = $wp_filter;
		foreach ( $kept as $hook => $callbacks ) {
			$without = clone $callbacks;
			foreach ( $without->callbacks as $priority => $all ) {
				$without->callbacks[ $priority ] = array_filter( $all, self::is_foreign( ... ) );
			}
			$wp_filter[ $hook ] = $without; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- put back below.
		}
		try {
			return $act();
		} finally {
			$wp_filter = $kept; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- as it was.
		}
	}

	/** @param array{function: mixed} $callback */
	private static function is_foreign( array $callback ): bool {
		$listens = $callback['function'];
		$class   = $listens instanceof \Closure
			? (string) ( new \ReflectionFunction( $listens ) )->getClosureScopeClass()?->getName()
			: ( is_array( $listens ) && is_object( $listens[0] ) ? $listens[0]::class : '' );
		return ! str_starts_with( $class, 'OrderInvoicer\\' ) || str_starts_with( $class, 'OrderInvoicer\\Tests\\' );
	}
}
