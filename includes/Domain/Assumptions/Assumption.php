<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Assumptions;

defined( 'ABSPATH' ) || exit;

/**
 * What is assumed of Sellsy and would spoil something where it is otherwise: the engine asks `AccountFindings` for it.
 * What only a real document shows the engine tells `Observations`. Each is a row of
 * includes/Features/Doctor/assumptions.json, by the same name.
 */
enum Assumption: string {
	case AmountInList       = 'amount-in-list';
	case Cancelling         = 'cancelling';
	case CompaniesOfContact = 'companies-of-contact';
	case CreditNoteOnAny    = 'credit-note-on-any';
	case DayOfPayment       = 'day-of-payment';
	case Dispute            = 'dispute';
	case DraftKeepsFields   = 'draft-keeps-fields';
	case DryRun             = 'dry-run';
	case FreeInvoicePaid    = 'free-invoice-paid';
	case LostDocument       = 'lost-document';
	case NewestFirst        = 'newest-first';
	case NewestPayments     = 'newest-payments';
	case NothingToPay       = 'nothing-to-pay';
	case PaymentByNote      = 'payment-by-note';
	case PaymentLowersDue   = 'payment-lowers-due';
	case PaymentsOfCustomer = 'payments-of-customer';
	case PdfLink            = 'pdf-link';
	case PutKeepsCustomers  = 'put-keeps-customers';
	case PutKeepsItems      = 'put-keeps-items';
	case SearchByEmail      = 'search-by-email';
	case SearchLag          = 'search-lag';
	case Signature          = 'signature';
	case V1Arithmetic       = 'v1-arithmetic';
	case V1File             = 'v1-file';
	case V1List             = 'v1-list';
	case V1Success          = 'v1-success';

	/** Seen at work alone: a trial would leave a final document. */
	public function needs_final(): bool {
		return match ( $this ) {
			self::AmountInList, self::Cancelling, self::CreditNoteOnAny, self::DayOfPayment, self::Dispute,
			self::FreeInvoicePaid, self::NothingToPay, self::PaymentLowersDue, self::PdfLink, self::Signature,
			self::V1Arithmetic, self::V1File, self::V1Success => true,
			default => false,
		};
	}
}
