<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

/** There is nothing to foresee: the refund's credit note stands at Sellsy, made here or by hand. */
final class HasCreditNote extends \RuntimeException {}
