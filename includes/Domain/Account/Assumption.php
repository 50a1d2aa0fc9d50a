<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

/**
 * What is assumed of Sellsy and would spoil something where it is otherwise: the engine asks `AccountFindings` for it.
 * Each is a row of includes/Features/Doctor/assumptions.json, by the same name.
 */
enum Assumption: string {
	case CompaniesOfContact = 'companies-of-contact';
	case DraftKeepsFields   = 'draft-keeps-fields';
	case DryRun             = 'dry-run';
	case LostDocument       = 'lost-document';
	case NewestFirst        = 'newest-first';
	case PaymentByNote      = 'payment-by-note';
	case PaymentsOfCustomer = 'payments-of-customer';
	case PutKeepsCustomers  = 'put-keeps-customers';
	case PutKeepsItems      = 'put-keeps-items';
	case SearchLag          = 'search-lag';
	case V1List             = 'v1-list';
}
