<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/** The shop's own database did not answer: nothing is known, unlike where other code of the site fails. */
interface StorageRefused extends \Throwable {}
