<?php
/**
 * Loads WordPress with WooCommerce as one kind of shop; the first two arguments of every script here.
 *
 * @var list<string> $argv
 */

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

use OrderInvoicer\Tests\Integration\ShopMails;

[ , $site, $kind ] = $argv;

// A name that begins with a capital is a class, not a script.
foreach ( glob( __DIR__ . '/[A-Z]*.php' ) as $class ) {
	require_once $class;
}

define( 'WC_USE_TRANSACTIONS', false );
$_SERVER['HTTP_HOST']   = 'localhost';
$_SERVER['REQUEST_URI'] = '/';
Shop::preset( $kind );
require_once $site . '/wp-load.php';
require_once dirname( __DIR__, 2 ) . '/vendor/autoload.php';
require_once dirname( __DIR__ ) . '/php/integration/no-other-runner.php';
ShopMails::install();

$shop  = new Shop();
$carts = new CartOrder( $shop, new Customers() );
$shop->open();
