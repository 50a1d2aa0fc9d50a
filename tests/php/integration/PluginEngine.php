<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\Wiring\Engine;
use OrderInvoicer\Wiring\Foundation;
use OrderInvoicer\Wiring\Screens;
use OrderInvoicer\Wiring\SellsyParts;

/** The plugin as it is put together on the site under test, anew each time. */
final class PluginEngine {

	public static function make(): Engine {
		$on = self::foundation();
		return new Engine( new Adapters( $on, new SellsyParts( $on ) ) );
	}

	public static function screens(): Screens {
		$on     = self::foundation();
		$sellsy = new SellsyParts( $on );
		$engine = new Engine( new Adapters( $on, $sellsy ) );
		return new Screens(
			file: ORDERINVOICER_FILE,
			on: $on,
			sellsy: $sellsy,
			engine: static fn (): Engine => $engine
		);
	}

	/** @return list<object> all that is registered in wp-admin, on whichever page. */
	public static function admin(): array {
		$screens = self::screens();
		return [ ...$screens->admin(), ...$screens->order(), ...$screens->consent(), ...$screens->reports() ];
	}

	private static function foundation(): Foundation {
		global $wpdb;
		return new Foundation( $wpdb );
	}
}
