<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Kept;

defined( 'ABSPATH' ) || exit;

/** Another process has written into the record since it was read: it goes on with the run, and this one does not. */
final class Overtaken extends \RuntimeException {}
