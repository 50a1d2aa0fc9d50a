<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

/** A trial that shows what may be otherwise tomorrow, such as what a person may do: no run goes without it. */
interface AskedEachTime extends Trial {}
