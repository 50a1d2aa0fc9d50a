<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\OrderSheet\SameClientPart;
use OrderInvoicer\Domain\Actions\ChooseCustomer;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Wording\FinalText;

/**
 * The choice between several customers at Sellsy. They are fetched when the person asks for them, not with every order
 * screen.
 */
final class OrderCandidates {

	private const ASKED = 'orderinvoicer_candidates';

	public function __construct(
		private readonly ChooseCustomer $choose_customer,
		private readonly OrderActions $actions,
		private readonly FinalText $finals,
	) {}

	/** A list is open: it is not to be redrawn under the person who chooses. */
	public static function is_open(): bool {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only says which list to show.
		return isset( $_GET[ self::ASKED ] );
	}

	public function render( Task $task, \WC_Order $order ): void {
		// phpcs:disable WordPress.Security.NonceVerification.Recommended -- only says which list to show.
		$asked = isset( $_GET[ self::ASKED ] ) && is_scalar( $_GET[ self::ASKED ] )
			? absint( $_GET[ self::ASKED ] )
			: 0;
		if ( $asked !== $task->id ) {
		// phpcs:enable WordPress.Security.NonceVerification.Recommended
			$url = add_query_arg( self::ASKED, (string) $task->id, $order->get_edit_order_url() )
				. '#' . OrderActions::BOX;
			printf(
				'<p><a class="button" href="%1$s">%2$s</a></p>',
				esc_url( $url ),
				esc_html__( 'Show the customers to choose from', 'orderinvoicer' )
			);
			return;
		}
		try {
			$this->render_list( $task, $order, $this->choose_customer->candidates( $task->id ) );
		} catch ( RemoteFailure ) {
			printf(
				'<p>%s</p>',
				esc_html__(
					'Sellsy could not be asked for these customers. Reload this page in a moment.',
					'orderinvoicer'
				)
			);
		}
	}

	/** @param list<RemoteCustomer> $candidates */
	private function render_list( Task $task, \WC_Order $order, array $candidates ): void {
		if ( $candidates === [] ) {
			printf(
				'<p>%s</p>',
				esc_html__(
					'None of these customers exists at Sellsy any more. Retry, and the customer is looked up again.',
					'orderinvoicer'
				)
			);
			return;
		}
		printf( '<fieldset><legend>%s</legend>', esc_html__( 'Whose order is it?', 'orderinvoicer' ) );
		foreach ( $candidates as $candidate ) {
			$this->actions->print_customer_choice( $candidate->ref, SameClientPart::label( $candidate ) );
		}
		$this->actions->print_customer_choice( null, __( 'None of these: create a new one', 'orderinvoicer' ) );
		echo '</fieldset>';
		foreach ( $this->finals->of_row( $task, RowAct::ChooseCustomer, $order ) as $sentence ) {
			printf( '<p>%s</p>', esc_html( $sentence ) );
		}
		$this->actions->print_choice_button(
			RowAct::ChooseCustomer->value . ":{$task->id}",
			__( 'Go on with this choice', 'orderinvoicer' )
		);
	}
}
