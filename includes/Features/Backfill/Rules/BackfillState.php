<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Backfill\Rules;

defined( 'ABSPATH' ) || exit;

enum BackfillState: string {
	case Running = 'running';
	case Paused  = 'paused';
	/** Every order was passed; the last documents may still be waiting. */
	case Walked    = 'walked';
	case Cancelled = 'cancelled';
}
