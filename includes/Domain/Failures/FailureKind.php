<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

enum FailureKind: string {
	/** DNS, refused connection, TLS: nothing reached Sellsy. */
	case NotSent = 'not_sent';
	/** Time-out, 5xx or an unreadable answer: Sellsy may or may not have done it. */
	case OutcomeUnknown = 'outcome_unknown';
	/** 429. */
	case RateLimited = 'rate_limited';
	/** 401 after one fresh token, or credentials refused. */
	case Unauthorized = 'unauthorized';
	/** 402, 403: a scope, a privilege, a licence or the plan. */
	case AccountBlocked = 'account_blocked';
	/**
	 * API v1 refuses this connection: the scope `api-v1` is not ticked, or the person lacks the privilege. Stops only
	 * what needs it.
	 */
	case V1Missing = 'v1_missing';
	/** 404. */
	case NotFound = 'not_found';
	/** 400, 409, 413, 422. */
	case Rejected = 'rejected';
}
