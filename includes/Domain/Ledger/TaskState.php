<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

enum TaskState: string {
	case Queued    = 'queued';
	case Working   = 'working';
	case Done      = 'done';
	/** A person must act. */
	case Attention = 'attention';
	/** Nothing to do, with the reason in the problem. */
	case Skipped = 'skipped';
}
