<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\DocumentStateRule;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/** An order of 0.00, from WooCommerce to the sandbox, in each way in which Sellsy may take its invoice. */
#[Group( 'real-woocommerce' )]
final class FreeInvoiceTest extends IntegrationTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->shop->settle_everything();
	}

	/**
	 * @testWith [false, "due", "due", 0]
	 *           [true, "due", "paid", 1]
	 *           [true, "paid", "paid", 0]
	 *           [true, "stuck", "due", 1]
	 */
	public function test_it_is_not_left_due( bool $is_wanted, string $sellsy, string $status, int $asked ): void {
		$this->shop->change_settings( [ 'free_orders_paid' => $is_wanted ] );
		$this->shop->sandbox->call( 'POST', '/_sandbox/options', [ 'free_invoices' => $sellsy ] );
		$order = $this->shop->order();
		foreach ( $order->get_items() as $item ) {
			$item->set_total( '0' );
			$item->save();
		}
		$order->calculate_totals();
		$order->save();
		self::assertSame( 0.0, (float) $order->get_total() );
		$order->update_status( 'processing' );
		for ( $pass = 0; $pass < 4; $pass++ ) {
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}

		self::assertSame( [ '0.00', $status ], [ $this->total(), $this->shop->only_invoice()['status'] ] );
		self::assertNotSame( '', (string) $this->shop->only_invoice()['number'] );
		self::assertSame( [], $this->shop->sandbox->state()['payments'] );
		self::assertCount( $asked, $this->asked() );
		self::assertSame( [], $this->shop->stopped( $order ) );
		$row = $this->shop->find( $order, Effect::ChangeState, DocumentStateRule::FREE );
		$state = $sellsy === 'stuck' ? TaskState::Skipped : TaskState::Done;
		self::assertSame( $is_wanted ? $state : null, $row?->state );
		self::assertSame( $sellsy === 'stuck' ? ProblemCode::FreeInvoiceDue : null, $row?->problem?->code );
	}

	private function total(): string {
		return (string) $this->shop->only_invoice()['amounts']['total_incl_tax'];
	}

	/** @return array<array<string, mixed>> */
	private function asked(): array {
		return array_filter(
			$this->shop->sandbox->state()['calls'],
			static fn ( array $call ): bool => str_contains( (string) wp_json_encode( $call ), 'Document.updateStep' )
		);
	}
}
