<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

/**
 * For tests whose rows other processes must see, and for those that create or drop tables: the database is restored
 * from its dump afterwards.
 */
abstract class CommittedTestCase extends IntegrationTestCase {

	protected function begin(): void {
	}

	protected function undo(): void {
		self::restore_database();
	}
}
