<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/**
 * What a problem code is, one line for each: all lists of codes are made from here. The words are in Wording/Problems;
 * the pages get both by src/generated/facts.ts.
 */
final class ProblemTraits {

	// phpcs:disable WordPress.Arrays -- one line for each code.
	private const TRAITS = [
		'order_gone'           => [ 'ending' => Ending::LeftOut ],
		'no_longer_triggered'  => [ 'ending' => Ending::LeftOut ],
		'workflow_disabled'    => [ 'ending' => Ending::LeftOut ],
		'before_start_date'    => [ 'ending' => Ending::LeftOut ],
		'invoiced_elsewhere'   => [ 'ending' => Ending::LeftOut ],
		'finalised_by_hand'    => [ 'ending' => Ending::LeftOut ],
		'nothing_to_invoice'   => [ 'ending' => Ending::LeftOut ],
		'not_followed'         => [ 'ending' => Ending::LeftOut ],
		'step_not_wanted'      => [ 'ending' => Ending::LeftOut ],
		'refund_in_draft'      => [ 'ending' => Ending::LeftOut ],
		'already_credited'     => [ 'ending' => Ending::LeftOut ],
		'refund_gone'          => [ 'ending' => Ending::LeftOut ],
		'nothing_charged'      => [ 'ending' => Ending::LeftOut ],
		'done_by_hand'         => [ 'ending' => Ending::LeftOut ],
		'credited_by_hand'     => [ 'ending' => Ending::Person ],

		'not_sent'             => [ 'ending' => Ending::Waits, 'failed' => true ],
		'outcome_unknown'      => [ 'ending' => Ending::Waits, 'failed' => true ],
		'rate_limited'         => [ 'ending' => Ending::Waits ],
		'unauthorized'         => [ 'ending' => Ending::Waits, 'place' => Place::Connection, 'failed' => true, 'urgency' => 2 ],
		'account_blocked'      => [ 'ending' => Ending::Waits, 'place' => Place::Connection, 'failed' => true, 'urgency' => 3 ],
		'sellsy_down'          => [ 'ending' => Ending::Waits, 'failed' => true ],
		'copied_site'          => [ 'ending' => Ending::Waits, 'urgency' => 0 ],
		'waits_for_customer'   => [ 'ending' => Ending::Waits ],
		'waits_for_document'   => [ 'ending' => Ending::Waits, 'is_patient' => true, 'goes_on' => true ],
		'waits_for_item'       => [ 'ending' => Ending::Waits ],
		'waits_for_tax'        => [ 'ending' => Ending::Waits ],
		'waits_for_parent'     => [ 'ending' => Ending::Waits, 'is_patient' => true, 'goes_on' => true ],
		'waits_for_invoice'    => [ 'ending' => Ending::Waits, 'is_patient' => true ],
		'looks_back'           => [ 'ending' => Ending::Waits ],
		'unexpected_error'     => [ 'ending' => Ending::Waits, 'failed' => true ],
		'tries_used_up'        => [ 'ending' => Ending::Person, 'place' => Place::Connection ],

		'staff_email'          => [ 'ending' => Ending::Remark ],
		'parent_of_another'    => [ 'ending' => Ending::Remark ],
		'numbers_contradict'   => [ 'ending' => Ending::Remark ],
		'new_client'           => [ 'ending' => Ending::Remark ],

		'not_connected'        => [ 'ending' => Ending::Person, 'place' => Place::Connection, 'urgency' => 4 ],
		'secrets_unreadable'   => [ 'ending' => Ending::Person, 'place' => Place::Connection, 'urgency' => 5 ],
		'other_account'        => [ 'ending' => Ending::Person, 'place' => Place::Connection, 'urgency' => 1 ],
		'code_clash'           => [ 'ending' => Ending::Person ],
		'unrecorded_document'  => [ 'ending' => Ending::Person ],
		'rejected'             => [ 'ending' => Ending::Person ],
		'rate_category_unset'  => [ 'ending' => Ending::Person, 'place' => Place::RateCategory, 'by_setting' => true ],
		'rate_category_unfit'  => [ 'ending' => Ending::Person, 'place' => Place::RateCategory, 'by_setting' => true ],
		'several_customers'    => [ 'ending' => Ending::Person, 'place' => Place::Customer ],
		'customer_other_kind'  => [ 'ending' => Ending::Person, 'place' => Place::Customer ],
		'customer_nameless'    => [ 'ending' => Ending::Person ],
		'buyer_differs'        => [ 'ending' => Ending::Person ],
		'tax_unmapped'         => [ 'ending' => Ending::Person, 'place' => Place::Taxes, 'by_setting' => true ],
		'tax_percent_differs'  => [ 'ending' => Ending::Person, 'place' => Place::Taxes, 'by_setting' => true ],
		'tax_unusable'         => [ 'ending' => Ending::Person, 'place' => Place::Taxes, 'by_setting' => true ],
		'tax_rate_missing'     => [ 'ending' => Ending::Person ],
		'tax_without_rate'     => [ 'ending' => Ending::Person ],
		'tax_split_unknown'    => [ 'ending' => Ending::Person ],
		'exemption_unmapped'   => [ 'ending' => Ending::Person, 'place' => Place::Taxes, 'by_setting' => true ],
		'exemption_unknown'    => [ 'ending' => Ending::Person ],
		'rounding_tax_unset'   => [ 'ending' => Ending::Person, 'place' => Place::Taxes, 'by_setting' => true ],
		'rounding_over_cap'    => [ 'ending' => Ending::Person, 'place' => Place::Taxes, 'by_setting' => true ],
		'taxes_are_not_rates'  => [ 'ending' => Ending::Person ],
		'lines_do_not_add_up'  => [ 'ending' => Ending::Person ],
		'filter_broken'        => [ 'ending' => Ending::Person ],
		'lines_missing'        => [ 'ending' => Ending::Person ],
		'negative_fee_too_big' => [ 'ending' => Ending::Person ],
		'amount_not_writable'  => [ 'ending' => Ending::Person ],
		'totals_differ'        => [ 'ending' => Ending::Person, 'place' => Place::Taxes ],
		'document_gone'        => [ 'ending' => Ending::Person ],
		'differs_from_order'   => [ 'ending' => Ending::Person, 'one_by_one' => true, 'is_edit' => true ],
		'draft_not_writable'   => [ 'ending' => Ending::Person, 'one_by_one' => true, 'is_edit' => true ],
		'draft_to_delete'      => [ 'ending' => Ending::Person ],
		'invoice_missing'      => [ 'ending' => Ending::Person ],
		'refund_over_invoice'  => [ 'ending' => Ending::Person ],
		'refund_lines_differ'  => [ 'ending' => Ending::Person ],
		'refund_undone'        => [ 'ending' => Ending::Person ],
		'refund_unclear'       => [ 'ending' => Ending::Person ],
		'credit_of_another'    => [ 'ending' => Ending::Person ],
		'v1_missing'           => [ 'ending' => Ending::Person, 'place' => Place::OldInterface ],
		'send_unknown'         => [ 'ending' => Ending::Person, 'one_by_one' => true ],
		'no_email'             => [ 'ending' => Ending::Person ],
		'payment_method_unset' => [ 'ending' => Ending::Person, 'place' => Place::Payments, 'by_setting' => true ],
		'payment_over_due'     => [ 'ending' => Ending::Person ],
	];
	// phpcs:enable

	/**
	 * @param Ending   $ending        what becomes of the row.
	 * @param ?Place   $place         where a person mends it; null: in the order itself, or nowhere.
	 * @param bool     $by_setting    the owner's settings repair it: rows are tried again once they change.
	 * @param bool     $one_by_one    only a person who looked at that very order may have it tried again: it may repeat an
	 *                                e-mail, or says that a document was looked after.
	 * @param bool     $is_edit       the order was edited, and its document could not follow.
	 * @param bool     $failed        the try went wrong; waiting for another document or customer is no failure.
	 * @param bool     $is_patient    waits for another row, and is looked at less and less often.
	 * @param bool     $goes_on       due at once when a person says that the other row was done by hand.
	 * @param int|null $urgency       everything waits for a person, and of several the lowest is said. Null: it does not.
	 */
	private function __construct(
		public readonly Ending $ending,
		public readonly ?Place $place = null,
		public readonly bool $by_setting = false,
		public readonly bool $one_by_one = false,
		public readonly bool $is_edit = false,
		public readonly bool $failed        = false,
		public readonly bool $is_patient = false,
		public readonly bool $goes_on = false,
		public readonly ?int $urgency = null,
	) {}

	public static function traits( ProblemCode $code ): self {
		return new self( ...self::TRAITS[ $code->value ] );
	}

	/**
	 * @param callable( self ): bool $has
	 * @return list<ProblemCode>
	 */
	public static function codes( callable $has ): array {
		$has_it = static fn ( ProblemCode $code ): bool => $has( self::traits( $code ) );
		return array_values( array_filter( ProblemCode::cases(), $has_it ) );
	}
}
