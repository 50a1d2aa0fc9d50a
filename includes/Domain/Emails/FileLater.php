<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Emails;

defined( 'ABSPATH' ) || exit;

/** Sellsy is slow or away, or has not made the file of a document yet. */
final class FileLater extends \RuntimeException {}
