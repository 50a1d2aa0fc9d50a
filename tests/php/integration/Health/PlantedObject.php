<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Health;

/** What an attacker would have made of a line of the log. */
final class PlantedObject {

	public static bool $is_awake = false;

	public function __wakeup(): void {
		self::$is_awake = true;
	}
}
