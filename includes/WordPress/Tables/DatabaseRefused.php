<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\StorageRefused;

/** The database did not do or did not answer what it was asked: nothing is known, and the same is tried again later. */
final class DatabaseRefused extends \RuntimeException implements StorageRefused {}
