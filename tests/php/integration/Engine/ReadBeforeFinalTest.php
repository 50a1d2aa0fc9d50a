<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/**
 * Another process cancels the order while a runner goes from its draft to its invoice, at each statement on the way:
 * what became final was read as it stood, and what was read before a lock counts no more behind it.
 */
#[Group( 'real-woocommerce' )]
final class ReadBeforeFinalTest extends CommittedTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->shop->settle_everything();
	}

	/** @return iterable<string, array{string}> */
	public static function moments(): iterable {
		yield 'the draft stands' => [ '/^UPDATE .*orderinvoicer_sync. SET checked_at/' ];
		yield 'the row to make it final is claimed' => [ "/^UPDATE .*orderinvoicer_sync. SET state = 'working'/" ];
		yield 'the lock is taken' => [ "/^UPDATE .*orderinvoicer_links. SET lock_token = '[^']+'.*validate_invoice/s" ];
	}

	#[DataProvider( 'moments' )]
	public function test_an_order_that_another_process_cancels_is_not_made_final( string $statement ): void {
		$costed = new CostedOrder( $this->shop );
		$costed->work( $costed->paid() ); // The buyer and the items are known.
		$order  = $costed->paid();
		$cancel = $this->as_another_process( $statement, $order->get_id() );

		add_filter( 'query', $cancel );
		$costed->work( $order );
		remove_filter( 'query', $cancel );

		self::assertSame( 'cancelled', wc_get_order( $order->get_id() )->get_status( 'edit' ) );
		self::assertFalse( $this->shop->find( $order, Effect::ValidateInvoice )?->has_document() ?? false );
		$invoices = $this->shop->sandbox->state()['invoices'];
		self::assertSame( 'draft', $invoices[ array_key_last( $invoices ) ]['status'] );
	}

	/** Before the statement, once the draft was asked for: this process does not hear of it. */
	private function as_another_process( string $statement, int $order_id ): \Closure {
		global $wpdb;
		$is_made = false;
		$is_done = false;
		$cancel  = "UPDATE {$wpdb->prefix}wc_orders SET status = 'wc-cancelled' WHERE id = $order_id";
		return static function ( string $sql ) use ( $statement, $cancel, &$is_made, &$is_done, $wpdb ): string {
			$is_made = $is_made || str_contains( $sql, 'orderinvoicer_amounts' );
			if ( $is_made && ! $is_done && preg_match( $statement, trim( $sql ) ) === 1 ) {
				$is_done = true;
				mysqli_query( $wpdb->dbh, $cancel ); // phpcs:ignore WordPress.DB.RestrictedFunctions -- Not seen here.
			}
			return $sql;
		};
	}
}
