<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\Wiring\Answers;
use OrderInvoicer\Wiring\Engine;
use OrderInvoicer\Wiring\Screens;

/** The plugin as it is put together on the site under test, anew each time. */
final class PluginEngine {

	public static function make(): Engine {
		return new Engine( new Answers( self::adapters() ) );
	}

	public static function screens(): Screens {
		$adapters = self::adapters();
		$engine   = new Engine( new Answers( $adapters ) );
		return new Screens( $adapters, static fn (): Engine => $engine );
	}

	/** @return list<object> all that is registered in wp-admin, on whichever page. */
	public static function admin(): array {
		$adapters = self::adapters();
		$engine   = new Engine( new Answers( $adapters ) );
		$screens  = new Screens( $adapters, static fn (): Engine => $engine );
		return [
			$adapters->admin_page(),
			$adapters->notices(),
			...$screens->order_lists(),
			...$screens->order_screen(),
			$screens->order_menu(),
			$screens->bulk_page(),
			$screens->billing_numbers(),
			$adapters->exemptions_notice(),
			$screens->connect_callback(),
			$screens->status_report(),
		];
	}

	private static function adapters(): Adapters {
		global $wpdb;
		return new Adapters( $wpdb );
	}
}
