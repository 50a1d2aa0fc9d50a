<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/**
 * What a problem code is, one line for each: all lists of codes are made from here. The words are in Wording/Problems;
 * the pages get both by src/generated/facts.ts.
 */
final class ProblemTraits {

	/** Where a setting of a kind of document stands; its name follows. */
	public const OF_KIND = 'documents/{kind}?setting={kind}.';

	// phpcs:disable WordPress.Arrays -- one line for each code.
	private const TRAITS = [
		'order_gone'           => [ Ending::LeftOut ],
		'no_longer_triggered'  => [ Ending::LeftOut ],
		'workflow_disabled'    => [ Ending::LeftOut, 'setting' => '.enabled' ],
		'before_start_date'    => [ Ending::LeftOut, 'setting' => '.start_date' ],
		'invoiced_elsewhere'   => [ Ending::LeftOut ],
		'finalised_by_hand'    => [ Ending::LeftOut ],
		'no_rule'              => [ Ending::LeftOut, 'setting' => '.rules' ],
		'nothing_to_invoice'   => [ Ending::LeftOut, 'needs_nobody' => true ],
		'free_order'           => [ Ending::LeftOut, 'setting' => 'free_orders' ],
		'free_invoice_due'     => [ Ending::LeftOut, 'setting' => 'free_orders_paid' ],
		'part_of_sale'         => [ Ending::LeftOut, 'needs_nobody' => true, 'setting' => 'split_sales' ],
		'not_followed'         => [ Ending::LeftOut ],
		'step_not_wanted'      => [ Ending::LeftOut, 'needs_nobody' => true ],
		'nothing_came'         => [ Ending::LeftOut, 'needs_nobody' => true ],
		'refund_in_draft'      => [ Ending::LeftOut, 'needs_nobody' => true ],
		'already_credited'     => [ Ending::LeftOut, 'needs_nobody' => true ],
		'refund_gone'          => [ Ending::LeftOut, 'needs_nobody' => true ],
		'refund_told'          => [ Ending::LeftOut ],
		'dispute_unpaid'       => [ Ending::LeftOut ],
		'nothing_charged'      => [ Ending::LeftOut, 'needs_nobody' => true ],
		'done_by_hand'         => [ Ending::LeftOut ],
		'being_linked'         => [ Ending::LeftOut ],
		'company_refused'      => [ Ending::LeftOut ],
		'credited_by_hand'     => [ Ending::Person ],

		'not_sent'             => [ Ending::Waits, 'failed' => true ],
		'outcome_unknown'      => [ Ending::Waits, 'failed' => true, 'needs_nobody' => true ],
		'rate_limited'         => [ Ending::Waits, 'needs_nobody' => true ],
		'unauthorized'         => [ Ending::Waits, Place::Connection, 'failed' => true, 'urgency' => 2 ],
		'account_blocked'      => [ Ending::Waits, Place::Connection, 'failed' => true, 'urgency' => 3 ],
		'sellsy_down'          => [ Ending::Waits, 'failed' => true, 'needs_nobody' => true ],
		'copied_site'          => [ Ending::Waits, 'urgency' => 0 ],
		'order_not_found'      => [ Ending::Waits, 'needs_nobody' => true ],
		'waits_for_customer'   => [ Ending::Waits, 'needs_nobody' => true ],
		'waits_for_document'   => [ Ending::Waits, 'is_patient' => true, 'goes_on' => true, 'needs_nobody' => true ],
		'waits_for_item'       => [ Ending::Waits, 'needs_nobody' => true ],
		'waits_for_tax'        => [ Ending::Waits ],
		'waits_for_parent'     => [ Ending::Waits, 'is_patient' => true, 'goes_on' => true, 'needs_nobody' => true ],
		'waits_for_invoice'    => [ Ending::Waits, 'is_patient' => true ],
		'waits_for_parts'      => [ Ending::Waits, 'needs_nobody' => true ],
		'looks_back'           => [ Ending::Waits, 'needs_nobody' => true ],
		'unexpected_error'     => [ Ending::Waits, 'failed' => true ],
		'tries_used_up'        => [ Ending::Person, Place::Connection ],

		'staff_email'          => [ Ending::Remark ],
		'parent_of_another'    => [ Ending::Remark ],
		'numbers_contradict'   => [ Ending::Remark ],
		'new_client'           => [ Ending::Remark ],
		'client_to_change'     => [ Ending::Remark ],

		'not_connected'        => [ Ending::Person, Place::Connection, 'urgency' => 4 ],
		'secrets_unreadable'   => [ Ending::Person, Place::Connection, 'urgency' => 5 ],
		'other_account'        => [ Ending::Person, Place::Connection, 'urgency' => 1 ],
		'opened_elsewhere'     => [ Ending::Person ],
		'id_used_before'       => [ Ending::Person ],
		'code_clash'           => [ Ending::Person ],
		'unrecorded_document'  => [ Ending::Person, 'one_by_one' => true ],
		'rejected'             => [ Ending::Person ],
		'which_rule'           => [ Ending::Person, Place::Rules, '.rules', 'one_by_one' => true ],
		'who_bills'            => [ Ending::Person, Place::SplitSales, 'split_sales', 'by_setting' => true ],
		'company_asked'        => [ Ending::Person, 'one_by_one' => true ],
		'rate_category_unset'  => [ Ending::Person, Place::RateCategory, '.rate_category_id', 'by_setting' => true ],
		'rate_category_unfit'  => [ Ending::Person, Place::RateCategory, '.rate_category_id', 'by_setting' => true ],
		'several_customers'    => [ Ending::Person, Place::Customer ],
		'customer_other_kind'  => [ Ending::Person, Place::Customer ],
		'customer_nameless'    => [ Ending::Person ],
		'buyer_differs'        => [ Ending::Person ],
		'tax_unmapped'         => [ Ending::Person, Place::Taxes, 'tax_rates', 'by_setting' => true ],
		'tax_percent_differs'  => [ Ending::Person, Place::Taxes, 'tax_rates', 'by_setting' => true ],
		'tax_unusable'         => [ Ending::Person, Place::Taxes, 'tax_rates', 'by_setting' => true ],
		'tax_rate_missing'     => [ Ending::Person ],
		'tax_without_rate'     => [ Ending::Person ],
		'tax_split_unknown'    => [ Ending::Person ],
		'exemption_unmapped'   => [ Ending::Person, Place::Taxes, 'exempt_taxes', 'by_setting' => true ],
		'exemption_unfit'      => [ Ending::Person, Place::Taxes, 'exempt_taxes', 'by_setting' => true ],
		'exemption_unknown'    => [ Ending::Person ],
		'rounding_tax_unset'   => [ Ending::Person, Place::Taxes, 'rounding_tax_id', 'by_setting' => true ],
		'rounding_over_cap'    => [ Ending::Person, Place::Taxes, 'by_setting' => true ],
		'taxes_are_not_rates'  => [ Ending::Person ],
		'lines_do_not_add_up'  => [ Ending::Person ],
		'filter_broken'        => [ Ending::Person ],
		'lines_missing'        => [ Ending::Person ],
		'fee_unclear'          => [ Ending::Person, 'one_by_one' => true ],
		'deposit_order'        => [ Ending::Person ],
		'negative_fee_too_big' => [ Ending::Person ],
		'amount_not_writable'  => [ Ending::Person ],
		'quantity_too_fine'    => [ Ending::Person ],
		'totals_differ'        => [ Ending::Person, Place::Taxes ],
		'document_gone'        => [ Ending::Person ],
		'document_cancelled'   => [ Ending::Person, 'one_by_one' => true ],
		'two_invoices'         => [ Ending::Person, 'one_by_one' => true ],
		'proforma_invoiced'    => [ Ending::Person, 'one_by_one' => true ],
		'differs_from_order'   => [ Ending::Person, 'one_by_one' => true, 'is_edit' => true, 'can_pass' => true ],
		'draft_not_writable'   => [ Ending::Person, 'one_by_one' => true, 'is_edit' => true, 'can_pass' => true ],
		'draft_to_delete'      => [ Ending::Person, 'can_pass' => true ],
		'invoice_missing'      => [ Ending::Person ],
		'refund_over_invoice'  => [ Ending::Person ],
		'refund_lines_differ'  => [ Ending::Person ],
		'refund_taxes_differ'  => [ Ending::Person ],
		'refund_undone'        => [ Ending::Person, 'can_pass' => true ],
		'reinstated'           => [ Ending::Person, 'can_pass' => true ],
		'refund_twice'         => [ Ending::Person, 'one_by_one' => true ],
		'refund_unclear'       => [ Ending::Person ],
		'refund_not_entered'   => [ Ending::Person, 'one_by_one' => true ],
		'disputed'             => [ Ending::Person, 'one_by_one' => true ],
		'dispute_by_hand'      => [ Ending::Person, 'one_by_one' => true ],
		'refund_before_link'   => [ Ending::Person, 'one_by_one' => true ],
		'link_broken'          => [ Ending::Person, 'one_by_one' => true ],
		'credit_of_another'    => [ Ending::Person, 'one_by_one' => true ],
		'payment_to_move'      => [ Ending::Person, 'one_by_one' => true ],
		'v1_missing'           => [ Ending::Person, Place::OldInterface ],
		'send_unknown'         => [ Ending::Person, 'one_by_one' => true ],
		'made_unknown'         => [ Ending::Person, 'one_by_one' => true ],
		'no_email'             => [ Ending::Person ],
		'mail_refused'         => [ Ending::Person ],
		'status_refused'       => [ Ending::Person ],
		'accepted_not_paid'    => [ Ending::Person, 'one_by_one' => true ],
		'payment_method_unset' => [ Ending::Person, Place::Payments, 'payments.methods', 'by_setting' => true ],
		'payment_over_due'     => [ Ending::Person ],
		'payment_elsewhere'    => [ Ending::Person ],
		'payment_free'         => [ Ending::Person ],
		'payment_gone'         => [ Ending::Person, 'one_by_one' => true ],
		'paid_another_total'   => [ Ending::Person ],
		'sums_differ'          => [ Ending::Person ],
	];
	// phpcs:enable

	/**
	 * @param Ending   $ending        what becomes of the row.
	 * @param ?Place   $place         where a person mends it; null: in the order itself, or nowhere.
	 * @param string   $setting       that it waits for, by its path; one of its kind of document begins with a dot.
	 * @param bool     $by_setting    the owner's settings repair it: rows are tried again once they change.
	 * @param bool     $one_by_one    only a person who looked at that very order may have it tried again: it may repeat
	 *                                an e-mail, moves a payment, or says that a document was looked after.
	 * @param bool     $is_edit       the order was edited, and its document could not follow.
	 * @param bool     $can_pass      it told of a change in the shop, which the shop can take back.
	 * @param bool     $failed        the try went wrong; waiting for another document or customer is no failure.
	 * @param bool     $is_patient    waits for another row, and is looked at less and less often.
	 * @param bool     $goes_on       due at once when a person says that the other row was done by hand.
	 * @param bool     $needs_nobody  a person can do nothing about it, and need not: no retry is offered.
	 * @param int|null $urgency       everything waits for a person, and of several the lowest is said. Null: it does
	 *                                not.
	 */
	private function __construct(
		public readonly Ending $ending,
		public readonly ?Place $place = null,
		public readonly string $setting = '',
		public readonly bool $by_setting = false,
		public readonly bool $one_by_one = false,
		public readonly bool $is_edit = false,
		public readonly bool $can_pass = false,
		public readonly bool $failed = false,
		public readonly bool $is_patient = false,
		public readonly bool $goes_on = false,
		public readonly bool $needs_nobody = false,
		public readonly ?int $urgency = null,
	) {}

	/** Below the plugin's page, where that setting stands: `{kind}` is the kind of document. Empty for none. */
	public function address(): string {
		$page = match ( $this->place ) {
			Place::Taxes    => 'taxes',
			Place::Payments => 'payments',
			default         => 'documents',
		};
		return match ( substr( $this->setting, 0, 1 ) ) {
			''      => '',
			'.'     => self::OF_KIND . substr( $this->setting, 1 ),
			default => "$page?setting=$this->setting",
		};
	}

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
