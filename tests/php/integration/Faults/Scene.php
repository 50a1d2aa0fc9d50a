<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Faults;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Assert;

/** Work that waits for a pass, and what must stand at Sellsy after it: once, to the cent. */
abstract class Scene {

	protected \WC_Order $order;

	/** @var array<string, int> how many of each there were before. */
	private array $before = [];

	public function __construct( protected readonly SandboxShop $shop ) {}

	/** @return array<string, mixed> the settings that the scene needs. */
	abstract public function settings(): array;

	/** Everything up to the work that the pass will find. */
	abstract protected function stage(): void;

	abstract protected function assert_right( string $when ): void;

	/** A shop with nothing in it. */
	public function open(): void {
		$this->shop->connect();
		$this->shop->settle_everything();
		$this->shop->change_settings( $this->settings() );
	}

	public function prepare(): void {
		wp_cache_flush();
		$state        = $this->shop->sandbox->state();
		$this->before = [ 'mails' => $this->mails() ]
			+ array_map( static fn ( mixed $all ): int => is_array( $all ) ? count( $all ) : 0, $state );
		$this->stage();
	}

	public function pass(): void {
		do_action( Wakeups::SWEEP );
	}

	/** Passes in which nothing fails, until there is nothing left to do. */
	public function resume(): void {
		wp_cache_flush();
		for ( $pass = 0; $pass < 6; $pass++ ) {
			$this->shop->lapse_leases();
			$this->shop->make_all_due();
			$this->pass();
			if ( $this->shop->is_at_rest() ) {
				return;
			}
		}
	}

	public function check( string $when ): void {
		wp_cache_flush();
		Assert::assertTrue( $this->shop->is_at_rest(), "At rest: $when" );
		$this->assert_right( $when );
	}

	/** @return list<array<string, mixed>> of this scene. */
	protected function made( string $what ): array {
		return array_slice( $this->shop->sandbox->state()[ $what ], $this->before[ $what ] );
	}

	protected function mails_sent(): int {
		return $this->mails() - $this->before['mails'];
	}

	protected function assert_done( string $when, Effect $effect, string $part = '', int $refund_id = 0 ): void {
		$row = $this->shop->find( $this->order, $effect, $part, $refund_id );
		Assert::assertSame(
			[ TaskState::Done, null ],
			[ $row?->state, $row?->problem?->code ],
			"$effect->value $part: $when"
		);
	}

	/** @param array<string, array{int, string}> $lines SKU => quantity and HT of the line. */
	protected function new_order( array $lines ): \WC_Order {
		$order = wc_create_order();
		foreach ( $lines as $sku => [ $quantity, $ht ] ) {
			$order->add_product(
				wc_get_product( wc_get_product_id_by_sku( $sku ) ),
				$quantity,
				[
					'subtotal' => $ht,
					'total'    => $ht,
				]
			);
		}
		$order->set_address(
			[
				'first_name' => 'Client',
				'last_name'  => 'Test',
				'email'      => "client-{$order->get_id()}@example.com",
				'address_1'  => '1 rue de la Paix',
				'postcode'   => '75002',
				'city'       => 'Paris',
				'country'    => 'FR',
			],
			'billing'
		);
		$order->set_payment_method( 'cheque' );
		$order->calculate_totals();
		$order->save();
		$order->payment_complete( 'tx-1' );
		return $order;
	}

	/**
	 * @param array<string, mixed> $document
	 * @return array<string, string> by label of the tax.
	 */
	protected function vat( array $document ): array {
		$vat = array_map(
			static fn ( mixed $amount ): string => number_format( (float) $amount, 2 ),
			array_column( $document['taxes'], 'amount', 'label' )
		);
		ksort( $vat );
		return $vat;
	}

	private function mails(): int {
		return count( $this->shop->sandbox->call( 'GET', '/_sandbox/mails' ) );
	}
}
