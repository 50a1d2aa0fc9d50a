<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\EmailDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Wording\Problems\ProblemText;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/** "E-mail the invoice to the customer", in the menu of actions that WooCommerce has on an order's screen. */
final class OrderEmailActions {

	private const KINDS = [ DocumentKind::Invoice, DocumentKind::CreditNote ];

	public function __construct(
		private readonly EmailDocument $email,
		private readonly Ledger $ledger,
		private readonly ProblemText $problems,
		private readonly Logger $logger,
	) {}

	public static function name( DocumentKind $kind ): string {
		return "orderinvoicer_email_$kind->value";
	}

	public function register(): void {
		add_filter( 'woocommerce_order_actions', [ $this, 'handle_order_actions' ], 10, 2 );
		foreach ( self::KINDS as $kind ) {
			add_action(
				'woocommerce_order_action_' . self::name( $kind ),
				fn ( mixed $order ) => $order instanceof \WC_Order ? $this->send( $order, $kind ) : null
			);
		}
	}

	public function handle_order_actions( mixed $actions, mixed $order = null ): mixed {
		if ( ! is_array( $actions ) || ! $order instanceof \WC_Order || ! OrderRights::may( $order ) ) {
			return $actions;
		}
		try {
			return $actions + $this->offered( $order, $this->ledger->for_order( $order->get_id() ) );
		} catch ( DatabaseRefused ) {
			return $actions; // The order's screen opens all the same.
		}
	}

	/**
	 * @param list<Task> $rows of the order.
	 * @return array<string, string> labels by name of the action.
	 */
	public function offered( \WC_Order $order, array $rows ): array {
		$offered = [];
		foreach ( OrderRights::may( $order ) ? self::KINDS : [] as $kind ) {
			if ( EmailDocument::document( $kind, $rows ) !== null ) {
				$offered[ self::name( $kind ) ] = $this->label( $kind );
			}
		}
		return $offered;
	}

	private function label( DocumentKind $kind ): string {
		return $kind === DocumentKind::CreditNote
			? __( 'E-mail the credit note to the customer', 'orderinvoicer' )
			: __( 'E-mail the invoice to the customer', 'orderinvoicer' );
	}

	/** The person waits for the answer. That it left stands on the order, as a note. */
	private function send( \WC_Order $order, DocumentKind $kind ): void {
		if ( ! OrderRights::may( $order ) ) {
			return;
		}
		try {
			$row       = $this->email->now( $order->get_id(), $kind );
			$complaint = $this->complaint( $row, $order->get_currency( 'edit' ) );
		} catch ( \Throwable $error ) {
			$this->logger->error( 'An e-mail from the order screen failed.', [], $error );
			$complaint = __(
				'this failed unexpectedly. Look at the order’s Sellsy box before you try again.',
				'orderinvoicer'
			);
		}
		if ( $complaint !== '' ) {
			\WC_Admin_Meta_Boxes::add_error( esc_html( "Order Invoicer: $complaint" ) );
		}
	}

	private function complaint( ?Task $task, string $currency ): string {
		return match ( true ) {
			$task === null => __( 'there is no final document to e-mail.', 'orderinvoicer' ),
			$task->state === TaskState::Done => '',
			$task->problem !== null => $this->problems->sentences( $task->problem, $currency ),
			default => __( 'the e-mail waits and leaves as soon as work goes on.', 'orderinvoicer' ),
		};
	}
}
