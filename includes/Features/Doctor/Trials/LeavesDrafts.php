<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

/** Of drafts, which stay in Sellsy: it is run only where a person asked for that. */
interface LeavesDrafts extends Trial {}
