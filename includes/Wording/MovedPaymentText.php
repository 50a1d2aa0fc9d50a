<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\OpenReissue;
use OrderInvoicer\Domain\Ledger\Task;

/** What becomes of a payment that was recorded from here. Plain text, to be escaped. */
final class MovedPaymentText {

	public function __construct( private readonly OpenReissue $open_reissue ) {}

	/**
	 * Of an invoice that is credited, and made anew.
	 *
	 * @param bool $is_for_another customer, for certain.
	 * @return list<string> empty where no payment would have to follow.
	 */
	public function of( Task $task, bool $is_for_another = false ): array {
		if ( ! $this->open_reissue->has_payment( $task->key->order_id ) ) {
			return [];
		}
		$goes_over = $is_for_another
			? __( 'The payment that this shop recorded goes over to the new invoice: it is taken off the old one, deleted with that customer in Sellsy, and recorded anew for the company.', 'orderinvoicer' )
			: __( 'If the new invoice is for another customer, the payment that this shop recorded goes over to it: it is taken off the old invoice, deleted with that customer in Sellsy, and recorded anew for the new one.', 'orderinvoicer' );
		$else      = __( 'If it cannot go over, this order says what you are to do in Sellsy.', 'orderinvoicer' );
		return [ "$goes_over $else" ];
	}
}
