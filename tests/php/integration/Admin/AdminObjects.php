<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Tests\Integration\PluginEngine;

/** What the plugin registers in wp-admin only, for tests whose process is not wp-admin. */
final class AdminObjects {

	/**
	 * @template T of object
	 * @param class-string<T> $class_name
	 * @return T
	 */
	public function get( string $class_name ): object {
		foreach ( PluginEngine::admin() as $object ) {
			if ( $object instanceof $class_name ) {
				return $object;
			}
		}
		throw new \LogicException( "$class_name is not registered in wp-admin." );
	}
}
