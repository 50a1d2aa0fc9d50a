/** What a cause is called where several orders stopped for it; the sentences about one of them come from the site. */
import { __ } from '@wordpress/i18n';

/** By `Domain\Failures\ProblemCode`, those for which a person is asked. */
const TITLES: Record< string, () => string > = {
	rejected: () => __( 'Sellsy refused the document', 'orderinvoicer' ),
	rate_category_unset: () =>
		__( 'No rate category is chosen', 'orderinvoicer' ),
	rate_category_unfit: () =>
		__( 'The rate category is in another currency', 'orderinvoicer' ),
	several_customers: () =>
		__( 'Several customers at Sellsy match', 'orderinvoicer' ),
	customer_other_kind: () =>
		__( 'Company or person: Sellsy and the order differ', 'orderinvoicer' ),
	customer_nameless: () =>
		__( 'The order names no customer', 'orderinvoicer' ),
	buyer_differs: () =>
		__( 'A draft names the wrong customer', 'orderinvoicer' ),
	tax_unmapped: () => __( 'A tax rate has no Sellsy tax', 'orderinvoicer' ),
	tax_percent_differs: () =>
		__( 'The Sellsy tax has another percentage', 'orderinvoicer' ),
	tax_unusable: () =>
		__( 'The Sellsy tax can no longer be used', 'orderinvoicer' ),
	tax_rate_missing: () =>
		__( 'A tax rate is missing in the order', 'orderinvoicer' ),
	tax_without_rate: () =>
		__( 'An amount of tax has no rate', 'orderinvoicer' ),
	tax_split_unknown: () =>
		__( 'Taxes of a line cannot be told apart', 'orderinvoicer' ),
	exemption_unmapped: () =>
		__( 'A sale without VAT has no Sellsy tax', 'orderinvoicer' ),
	exemption_unknown: () =>
		__( 'Nothing says why there is no VAT', 'orderinvoicer' ),
	rounding_tax_unset: () =>
		__( 'No tax is chosen for roundings', 'orderinvoicer' ),
	rounding_over_cap: () =>
		__( 'The rounding is larger than you allow', 'orderinvoicer' ),
	taxes_are_not_rates: () =>
		__( 'The taxes do not fit their rates', 'orderinvoicer' ),
	lines_do_not_add_up: () =>
		__( 'The lines do not add up to the order’s total', 'orderinvoicer' ),
	filter_broken: () => __( 'Code of another plugin fails', 'orderinvoicer' ),
	lines_missing: () =>
		__( 'An order has a total but no lines', 'orderinvoicer' ),
	negative_fee_too_big: () =>
		__( 'A negative fee is too large', 'orderinvoicer' ),
	amount_not_writable: () =>
		__( 'Sellsy cannot write an amount', 'orderinvoicer' ),
	totals_differ: () =>
		__( 'Sellsy calculates another total', 'orderinvoicer' ),
	unrecorded_document: () =>
		__( 'Sellsy has a document that the shop has lost', 'orderinvoicer' ),
	document_gone: () =>
		__( 'A document was deleted at Sellsy', 'orderinvoicer' ),
	differs_from_order: () =>
		__( 'The order was edited after its document', 'orderinvoicer' ),
	draft_not_writable: () =>
		__( 'A draft cannot follow its order', 'orderinvoicer' ),
	draft_to_delete: () =>
		__( 'A draft is to be deleted at Sellsy', 'orderinvoicer' ),
	refund_over_invoice: () =>
		__( 'The refund exceeds the invoice', 'orderinvoicer' ),
	refund_lines_differ: () =>
		__( 'The lines of the refund do not add up', 'orderinvoicer' ),
	credited_by_hand: () =>
		__( 'Other credit notes of the invoice are by hand', 'orderinvoicer' ),
	refund_unclear: () =>
		__( 'A refund may have been credited already', 'orderinvoicer' ),
	credit_of_another: () =>
		__( 'A credit stands with another customer', 'orderinvoicer' ),
	code_clash: () =>
		__( 'Another shop uses the same shop code', 'orderinvoicer' ),
	invoice_missing: () =>
		__( 'There is no invoice to credit', 'orderinvoicer' ),
	refund_undone: () =>
		__( 'A refund was deleted after its credit note', 'orderinvoicer' ),
	v1_missing: () =>
		__(
			'The right to Sellsy’s older interface is missing',
			'orderinvoicer'
		),
	account_blocked: () =>
		__( 'Sellsy does not allow this access to do it', 'orderinvoicer' ),
	tries_used_up: () =>
		__( 'Tried six times without success', 'orderinvoicer' ),
	send_unknown: () =>
		__( 'Whether an e-mail was sent is not known', 'orderinvoicer' ),
	no_email: () => __( 'The order has no e-mail address', 'orderinvoicer' ),
	payment_method_unset: () =>
		__( 'A payment method is not assigned', 'orderinvoicer' ),
	payment_over_due: () =>
		__( 'The payment exceeds what is due', 'orderinvoicer' ),
};

/** A code that this page does not know yet stands for itself. */
export const problemTitle = ( code: string ): string =>
	TITLES[ code ]?.() ?? code;
