<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin\OrderSheet;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Domain\Settings\SettingsStore;

/** In the order box: an invoice that is worth more than its order by now, and that nothing credits by itself. */
final class CreditHints {

	public function __construct( private readonly SettingsStore $settings ) {}

	/**
	 * @param Task|null $invoice    the newest.
	 * @param bool      $is_foreign another tool made the invoice.
	 * @return string empty where nothing is to be said.
	 */
	public function says( \WC_Order $order, OrderSheet $sheet, ?Task $invoice, bool $is_foreign ): string {
		return match ( true ) {
			$this->lacks_credit_note( $order, $sheet, $invoice, $is_foreign ) => $is_foreign
				? __( 'This order has a refund, but its invoice, which was made outside this plugin, is for the full amount: a credit note is due. Make it by hand in Sellsy.', 'orderinvoicer' )
				: __( 'This order has a refund, but its invoice is for the full amount. Credit notes are switched off: make one by hand in Sellsy, or switch them on in the settings under Documents.', 'orderinvoicer' ),
			$invoice !== null && $this->stands_cancelled( $order, $sheet, $invoice ) => $this->is_credited()
				? __( 'This order is cancelled, but its invoice is not credited in full. To take it back, refund what is left of it: a credit note follows.', 'orderinvoicer' )
				: __( 'This order is cancelled, but its invoice is not credited in full. To take it back, make a credit note by hand in Sellsy.', 'orderinvoicer' ),
			default => '',
		};
	}

	private function is_credited(): bool {
		return $this->settings->get()->workflow( DocumentKind::CreditNote )->enabled;
	}

	private function lacks_credit_note( \WC_Order $order, OrderSheet $sheet, ?Task $invoice, bool $is_foreign ): bool {
		$notes       = array_filter(
			$sheet->rows,
			static fn ( Task $task ): bool => $task->key->effect === Effect::CreateCreditNote
		);
		$credit      = $notes === [] ? null : end( $notes );
		$is_credited = ( $credit !== null && ! ( $is_foreign && $credit->state === TaskState::Queued ) )
			|| ( ! $is_foreign && $this->is_credited() );
		$is_invoiced = $is_foreign || $invoice?->state === TaskState::Done;
		return $is_invoiced && ! $is_credited && $order->get_refunds() !== [];
	}

	/** The settings credit no cancelled orders, and nobody has. A refund of all says itself how it stands. */
	private function stands_cancelled( \WC_Order $order, OrderSheet $sheet, Task $invoice ): bool {
		if (
			$order->get_status( 'edit' ) !== 'cancelled'
			|| $invoice->remote_number === ''
			|| ! $invoice->has_document()
			|| ( $sheet->documents[ $invoice->id ]->is_credited ?? false )
			|| ( $this->is_credited() && $this->settings->get()->refunds->credit_cancelled )
			|| ( $order->get_total( 'edit' ) > 0 && $order->get_remaining_refund_amount() <= 0 )
		) {
			return false;
		}
		foreach ( $sheet->rows as $row ) {
			$is_of_all = $row->key->effect === Effect::CreateCreditNote && $row->key->refund_id === 0;
			if ( $is_of_all && $row->parent_id === $invoice->id ) {
				return false; // It says itself how it stands.
			}
		}
		return true;
	}
}
