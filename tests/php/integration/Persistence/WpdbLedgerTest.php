<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Persistence;

use OrderInvoicer\Application\Ports\BackfillRows;
use OrderInvoicer\Persistence\Sql;
use OrderInvoicer\Persistence\WpdbBackfillRows;
use OrderInvoicer\Persistence\WpdbLedger;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Unit\Application\Fakes\FakeClock;
use OrderInvoicer\Tests\Unit\Application\LedgerContract;

/** The ledger's rules on the real database. */
final class WpdbLedgerTest extends IntegrationTestCase {

	use LedgerContract;

	protected function make_ledger( FakeClock $clock ): WpdbLedger {
		return new WpdbLedger( new Sql( $GLOBALS['wpdb'] ), $clock );
	}

	protected function backfill_rows(): BackfillRows {
		return new WpdbBackfillRows( new Sql( $GLOBALS['wpdb'] ), $this->clock );
	}
}
