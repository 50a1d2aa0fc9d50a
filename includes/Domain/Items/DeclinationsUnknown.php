<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Items;

defined( 'ABSPATH' ) || exit;

/**
 * Sellsy does not list all declinations of an item. A variation may be one of them, so no item is created for it.
 *
 * @assumes declinations-whole
 */
final class DeclinationsUnknown extends \RuntimeException {}
