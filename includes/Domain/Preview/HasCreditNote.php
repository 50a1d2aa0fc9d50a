<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

/** There is nothing to preview: the refund's credit note is at Sellsy already, made here or by hand. */
final class HasCreditNote extends \RuntimeException {}
