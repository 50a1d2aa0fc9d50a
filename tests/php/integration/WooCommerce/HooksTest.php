<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WooCommerce\DocumentMeta;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;
use OrderInvoicer\WooCommerce\WooOrderLinks;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\Wording\Problems\ProblemText;
use PHPUnit\Framework\Attributes\Group;

/** What docs/HOOKS.md promises to other code. */
final class HooksTest extends IntegrationTestCase {

	public function test_an_order_that_another_plugin_leaves_out_opens_nothing(): void {
		update_option(
			'orderinvoicer_settings',
			[
				'invoice' => [
					'enabled' => true,
					'trigger' => 'confirmed',
					'start_date' => '2000-01-01',
				],
			]
		);
		add_filter(
			'orderinvoicer_order_is_followed',
			static fn( bool $followed, \WC_Order $order ): bool =>
				$order->get_billing_email() !== 'left-out@example.com',
			10,
			2
		);
		try {
			self::assertSame( 0, $this->rows_of( $this->confirmed_order( 'left-out@example.com' ) ) );
			self::assertSame( 1, $this->rows_of( $this->confirmed_order( 'client@example.com' ) ) );
		} finally {
			remove_all_filters( 'orderinvoicer_order_is_followed' );
		}
	}

	public function test_a_link_is_announced_once(): void {
		$order = wc_create_order();
		$seen  = $this->record( 'orderinvoicer_document_linked', 4 );
		$this->links()->attach( $order->get_id(), $this->document( '' ) );
		$this->links()->attach( $order->get_id(), $this->document( '' ) );

		self::assertSame(
			[ [ $order->get_id(), 'invoice', 12, 'https://sellsy.example/?_f=invoiceOverview&id=12' ] ],
			$seen->getArrayCopy()
		);
	}

	public function test_a_number_and_a_problem_are_announced(): void {
		$order = wc_create_order();
		$this->links()->attach( $order->get_id(), $this->document( '' ) );
		$numbers  = $this->record( 'orderinvoicer_document_finalised', 4 );
		$problems = $this->record( 'orderinvoicer_order_needs_attention', 2 );
		$this->links()->note_finalised( $order->get_id(), $this->document( 'F-1' ) );
		$this->links()->note_problem( $order->get_id(), new Problem( ProblemCode::RateCategoryUnset ) );
		$this->links()->note_problem( $order->get_id(), new Problem( ProblemCode::RateCategoryUnset ) );

		self::assertSame( [ [ $order->get_id(), 'invoice', 12, 'F-1' ] ], $numbers->getArrayCopy() );
		self::assertSame( [ [ $order->get_id(), 'rate_category_unset' ] ], $problems->getArrayCopy() );
	}

	public function test_the_number_of_each_refunds_credit_note_is_announced_once(): void {
		$order = $this->order_worth( '12' );
		[ $first, $second ] = array_map( fn ( string $amount ): int => $this->refund( $order, $amount ), [ '3', '4' ] );
		foreach ( [ [ 21, $first ], [ 22, $second ] ] as [ $id, $refund_id ] ) {
			$this->links()->attach( $order->get_id(), $this->credit_note( $id, '' ), $refund_id );
		}
		$numbers = $this->record( 'orderinvoicer_document_finalised', 4 );

		$announced = [ [ $order->get_id(), 'creditnote', 22, 'AV-2' ], [ $order->get_id(), 'creditnote', 21, 'AV-1' ] ];
		$finalise  = function () use ( $order, $first, $second ): void {
			foreach ( [ [ 22, 'AV-2', $second ], [ 21, 'AV-1', $first ] ] as [ $id, $number, $refund_id ] ) {
				$this->links()->attach( $order->get_id(), $this->credit_note( $id, $number ), $refund_id );
				$this->links()->note_finalised( $order->get_id(), $this->credit_note( $id, $number ), $refund_id );
			}
		};

		$finalise();
		self::assertSame( $announced, $numbers->getArrayCopy() );

		$finalise();
		self::assertSame( $announced, $numbers->getArrayCopy() );
		self::assertStringContainsString(
			'id=22',
			(string) wc_get_order( $order->get_id() )->get_meta( 'orderinvoicer.creditnote_url' )
		);
		self::assertStringContainsString(
			'id=21',
			(string) wc_get_order( $first )->get_meta( 'orderinvoicer.creditnote_url' )
		);
		self::assertCount(
			4,
			array_filter(
				wc_get_order_notes( [ 'order_id' => $order->get_id() ] ),
				static fn ( \stdClass $note ): bool => str_contains( $note->content, 'Sellsy' )
			)
		);
	}

	#[Group( 'real-woocommerce' )]
	public function test_the_credit_note_of_a_refund_that_is_gone_does_not_take_the_orders_link_back(): void {
		$order = $this->order_worth( '12' );
		[ $first, $second ] = array_map( fn ( string $amount ): int => $this->refund( $order, $amount ), [ '3', '4' ] );
		foreach ( [ [ 21, $first ], [ 22, $second ] ] as [ $id, $refund_id ] ) {
			$this->links()->attach( $order->get_id(), $this->credit_note( $id, '' ), $refund_id );
		}
		wc_get_order( $first )->delete( true );

		for ( $time = 0; $time < 2; $time++ ) {
			$this->links()->attach( $order->get_id(), $this->credit_note( 21, 'AV-1' ), $first );
			$this->links()->note_finalised( $order->get_id(), $this->credit_note( 21, 'AV-1' ), $first );
		}

		self::assertStringContainsString(
			'id=22',
			(string) wc_get_order( $order->get_id() )->get_meta( 'orderinvoicer.creditnote_url' )
		);
		self::assertCount(
			2,
			array_filter(
				wc_get_order_notes( [ 'order_id' => $order->get_id() ] ),
				static fn ( \stdClass $note ): bool => str_contains( $note->content, 'Sellsy' )
			)
		);
	}

	public function test_a_buyers_number_is_read_from_a_key_that_another_plugin_names(): void {
		$order = wc_create_order();
		$order->update_meta_data( 'their_siren', '732 829 320' );
		self::assertSame( '', ( new BuyerNumbers() )->siren( $order ) );
		add_filter(
			'orderinvoicer_buyer_number_keys',
			static fn( array $keys, string $number ): array => $number === 'siren' ? [ 'their_siren' ] : $keys,
			10,
			2
		);
		try {
			self::assertSame( '732829320', ( new BuyerNumbers() )->siren( $order ) );
		} finally {
			remove_all_filters( 'orderinvoicer_buyer_number_keys' );
		}
	}

	public function test_a_listener_that_fails_holds_nothing_back(): void {
		$order = wc_create_order();
		$hooks = [ 'document_linked', 'document_finalised', 'order_needs_attention', 'document_unlinked' ];
		foreach ( $hooks as $hook ) {
			add_action( "orderinvoicer_$hook", static fn (): mixed => throw new \Error( 'A listener fails.' ) );
		}
		try {
			$this->links()->attach( $order->get_id(), $this->document( '' ) );
			$this->links()->note_finalised( $order->get_id(), $this->document( 'F-1' ) );
			$this->links()->note_problem( $order->get_id(), new Problem( ProblemCode::RateCategoryUnset ) );
			$this->links()->detach( $order->get_id(), DocumentKind::Invoice, 12, 0 );
		} finally {
			foreach ( $hooks as $hook ) {
				remove_all_actions( "orderinvoicer_$hook" );
			}
		}

		self::assertSame( '', (string) wc_get_order( $order->get_id() )->get_meta( 'orderinvoicer.invoice_url' ) );
		self::assertCount(
			3,
			array_filter(
				wc_get_order_notes( [ 'order_id' => $order->get_id() ] ),
				static fn ( \stdClass $note ): bool => str_contains( $note->content, 'Sellsy' )
			)
		);
	}

	/** @return \ArrayObject<int, list<mixed>> the arguments of each call, an order as its id. */
	private function record( string $hook, int $arguments ): \ArrayObject {
		$seen = new \ArrayObject();
		add_action(
			$hook,
			static function ( mixed ...$values ) use ( $seen, $arguments ): void {
				$seen->append(
					array_map(
						static fn( mixed $value ): mixed => $value instanceof \WC_Order ? $value->get_id() : $value,
						array_slice( $values, 0, $arguments )
					)
				);
			},
			10,
			4
		);
		return $seen;
	}

	private function confirmed_order( string $email ): int {
		$order = wc_create_order();
		$order->set_billing_email( $email );
		$order->set_total( '12' );
		$order->save();
		$order->update_status( 'processing' );
		return $order->get_id();
	}

	private function order_worth( string $total ): \WC_Order {
		$order = wc_create_order();
		$order->set_total( $total );
		$order->save();
		return $order;
	}

	private function refund( \WC_Order $order, string $amount ): int {
		$refund = wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => $amount,
			]
		);
		self::assertInstanceOf( \WC_Order_Refund::class, $refund );
		return $refund->get_id();
	}

	private function rows_of( int $order_id ): int {
		global $wpdb;
		return (int) $wpdb->get_var(
			$wpdb->prepare( "SELECT COUNT(*) FROM {$wpdb->prefix}orderinvoicer_sync WHERE order_id = %d", $order_id )
		);
	}

	private function document( string $number ): RemoteDocument {
		$amount = Decimal::from_string( '12.00' );
		return new RemoteDocument(
			kind: DocumentKind::Invoice,
			id: 12,
			number: $number,
			status: $number === '' ? 'draft' : 'due',
			key: 'DEMO-1',
			amounts: new ComputedDocument( [], $amount, $amount ),
			created: ''
		);
	}

	private function credit_note( int $id, string $number ): RemoteDocument {
		$amount = Decimal::from_string( '3.00' );
		return new RemoteDocument(
			kind: DocumentKind::CreditNote,
			id: $id,
			number: $number,
			status: $number === '' ? 'draft' : 'due',
			key: 'DEMO-1',
			amounts: new ComputedDocument( [], $amount, $amount ),
			created: ''
		);
	}

	private function links(): WooOrderLinks {
		return new WooOrderLinks(
			new DocumentMeta( new Sql( $GLOBALS['wpdb'] ) ),
			new DocumentPage( 'https://sellsy.example' ),
			new ProblemText(),
			new DocumentNames(),
			$this->createStub( Logger::class )
		);
	}
}
