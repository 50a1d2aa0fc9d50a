<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Account;

use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** What the account is called, once a day. */
final class DailyLookTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
	}

	public function test_a_new_name_is_known_the_next_day_and_asked_for_once(): void {
		$this->world->sweep->run();
		$this->world->sellsy->renamed_to = 'Boutique SAS';
		$this->world->sweep->run();
		self::assertSame( 1, $this->world->sellsy->names_read );
		self::assertSame( 'Boutique', $this->world->sellsy->account_name );

		$this->world->clock->advance( 86400 );
		$this->world->sweep->run();

		self::assertSame( 2, $this->world->sellsy->names_read );
		self::assertSame( 'Boutique SAS', $this->world->sellsy->account_name );
		self::assertSame( 'account-1', $this->world->shop->known_sellsy );
	}

	public function test_a_name_that_nobody_asked_for_is_asked_for_until_sellsy_answers(): void {
		$this->world->sweep->run();
		$this->world->sellsy->account_name = null; // As an older release left it.
		$this->world->sellsy->hides_name   = true;
		$this->world->sweep->run();
		self::assertNull( $this->world->sellsy->account_name );

		$this->world->sellsy->hides_name = false;
		$this->world->sweep->run();
		$this->world->sweep->run();

		self::assertSame( 3, $this->world->sellsy->names_read );
		self::assertSame( 'Boutique', $this->world->sellsy->account_name );
	}

	public function test_a_refusal_stops_nothing_and_is_not_repeated_the_same_day(): void {
		$this->world->sellsy->hides_name = true;

		$this->world->sweep->run();
		$this->world->sweep->run();

		self::assertSame( 1, $this->world->sellsy->names_read );
		self::assertNull( $this->world->pauses->current() );
		self::assertSame( 'Boutique', $this->world->sellsy->account_name );
	}
}
