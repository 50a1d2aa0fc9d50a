<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Items;

defined( 'ABSPATH' ) || exit;

/** Sellsy does not tell an item's declinations: a variation of it may be one of them, and is not created beside it. */
final class DeclinationsUnknown extends \RuntimeException {}
