<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Account;

use OrderInvoicer\Domain\Account\AdoptConnection;
use OrderInvoicer\Domain\Account\SiteCopy;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Domain\Pauses\ResumeWork;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Tests\Unit\World\HeldTask;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

final class ConnectionTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
	}

	private function adopt(): AdoptConnection {
		return $this->world->engine->adopt_connection();
	}

	private function resume(): ResumeWork {
		return $this->world->engine->resume_work();
	}

	private function pause( ProblemCode $code ): void {
		$this->world->pauses->begin( new Pause( new Problem( $code ), $this->world->clock->now(), null ) );
	}

	/** A row that stopped for that reason. */
	private function stopped( ProblemCode $code ): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$now = $this->world->clock->now();
		$this->world->ledger->claim( 1, $now, 'token', $now->modify( '+1 minute' ) );
		$this->world->ledger->save(
			TaskTransitions::stopped( HeldTask::by( $this->world->ledger, 1, 'token' ), new Problem( $code ) )
		);
		$this->world->shop->woken = [];
	}

	private function start_at( string $date ): void {
		$this->world->shop->settings = ( new SettingsArray() )
			->merged( $this->world->shop->settings, [ 'invoice' => [ 'start_date' => $date ] ] );
	}

	public function test_the_first_connection_ties_the_site_to_the_account_and_starts_the_clock(): void {
		$this->world->shop->remember( '', '' );
		$this->start_at( '' );

		$this->adopt()->adopt();

		self::assertSame(
			[ 'shop.example.com', 'account-1' ],
			[ $this->world->shop->known, $this->world->shop->known_sellsy ]
		);
		self::assertSame(
			'2026-03-02',
			$this->world->shop->settings->workflow( \OrderInvoicer\Domain\Documents\DocumentKind::Invoice )->start_date
		);
	}

	public function test_what_lacked_v1_goes_on_once_the_right_is_given(): void {
		$this->stopped( ProblemCode::V1Missing );
		$this->world->sellsy->has_v1 = false;
		$this->adopt()->adopt();
		self::assertSame( TaskState::Attention, $this->world->row()->state );

		$this->world->sellsy->has_v1 = true;
		$this->world->sellsy->plan( 'has_v1', FailureKind::OutcomeUnknown );
		$this->adopt()->adopt();
		self::assertSame( TaskState::Attention, $this->world->row()->state, 'Nobody could say.' );

		$this->adopt()->adopt();
		self::assertSame( TaskState::Queued, $this->world->row()->state );
	}

	public function test_the_clock_starts_too_where_work_has_tied_the_site_before(): void {
		$this->start_at( '' );

		$this->adopt()->adopt();

		self::assertSame(
			'2026-03-02',
			$this->world->shop->settings->workflow( \OrderInvoicer\Domain\Documents\DocumentKind::Invoice )->start_date
		);
	}

	public function test_a_date_that_the_owner_chose_stays(): void {
		$this->world->shop->remember( '', '' );
		$this->start_at( '2026-01-15' );

		$this->adopt()->adopt();

		self::assertSame(
			'2026-01-15',
			$this->world->shop->settings->workflow( \OrderInvoicer\Domain\Documents\DocumentKind::Invoice )->start_date
		);
	}

	public function test_reconnecting_ends_the_pause_and_wakes_what_waited(): void {
		$this->stopped( ProblemCode::Unauthorized );
		$this->pause( ProblemCode::Unauthorized );

		$this->adopt()->adopt();

		self::assertNull( $this->world->pauses->current() );
		self::assertSame( TaskState::Queued, $this->world->row()->state );
		self::assertSame( [ 1 ], $this->world->shop->woken );
	}

	public function test_another_account_freezes_until_the_owner_speaks(): void {
		$this->world->shop->known_sellsy = 'account-0';

		$this->adopt()->adopt();
		self::assertSame( ProblemCode::OtherAccount, $this->world->pauses->current()?->problem->code );
		self::assertSame( 'account-0', $this->world->shop->known_sellsy );

		$this->adopt()->tie();
		self::assertNull( $this->world->pauses->current() );
		self::assertSame( 'account-1', $this->world->shop->known_sellsy );
	}

	public function test_the_warning_of_a_copy_names_the_company_whose_books_it_would_write_to(): void {
		$this->world->shop->address = 'staging.example.com';

		self::assertFalse( $this->world->engine->site_guard()->holds() );

		self::assertSame( 'Boutique', $this->world->pauses->current()?->problem->fact( 'company' ) );
	}

	public function test_a_copied_site_is_not_adopted_by_reconnecting(): void {
		$this->world->shop->address = 'staging.example.com';
		$this->pause( ProblemCode::CopiedSite );

		$this->adopt()->adopt();

		self::assertSame( ProblemCode::CopiedSite, $this->world->pauses->current()?->problem->code );
		self::assertSame( 'shop.example.com', $this->world->shop->known );
	}

	/** It could become final: a person who reads what becomes final lets it go on. */
	public function test_a_repaired_setting_releases_nothing_and_says_what_could_go_on(): void {
		$this->stopped( ProblemCode::TaxUnmapped );
		$this->world->clock->advance( 60 );
		$engine = $this->world->engine;

		$engine->change_settings()->change( [ 'debug_log' => true ] );
		self::assertNull( $engine->plan_retry_all()->mended(), 'No order waits for that.' );

		$engine->change_settings()->change( [ 'rounding_tax_id' => 98 ] );

		self::assertSame( [], $this->world->shop->woken );
		self::assertSame( TaskState::Attention, $this->world->row()->state );
		$could = $engine->plan_retry_all()->mended();
		self::assertNotNull( $could );
		self::assertSame( 1, $this->world->ledger->count( $could ) );

		self::assertSame( 1, $engine->retry_task()->retry_all( $could ) );
		self::assertSame( [ 1 ], $this->world->shop->woken );
	}

	public function test_what_no_setting_repairs_could_not_go_on(): void {
		$this->stopped( ProblemCode::SeveralCustomers );
		$this->world->clock->advance( 60 );
		$this->world->engine->change_settings()->change( [ 'rounding_tax_id' => 98 ] );

		$could = $this->world->engine->plan_retry_all()->mended();
		self::assertNotNull( $could );
		self::assertSame( 0, $this->world->ledger->count( $could ) );
	}

	public function test_what_stopped_since_waits_for_another_setting(): void {
		$this->world->engine->change_settings()->change( [ 'rounding_tax_id' => 98 ] );
		$this->world->clock->advance( 60 );
		$this->stopped( ProblemCode::TaxUnmapped );

		$could = $this->world->engine->plan_retry_all()->mended();
		self::assertNotNull( $could );
		self::assertSame( 0, $this->world->ledger->count( $could ) );
	}

	public function test_the_shop_code_is_fixed_from_the_first_order_on(): void {
		$change = $this->world->engine->change_settings();
		self::assertSame( 'ACME', $change->change( [ 'shop_code' => 'ACME' ] )->shop_code );

		$this->world->order( 1 );
		$this->world->fire( 1 );

		$this->expectExceptionObject( new Refused( Refused::SHOP_CODE_FIXED ) );
		$change->change( [ 'shop_code' => 'OTHER' ] );
	}

	public function test_a_start_date_is_a_day_of_the_calendar(): void {
		$change = $this->world->engine->change_settings();
		$before = $this->world->shop->get();
		foreach ( [ '2026-99-99', '2026-02-29', '2026-04-31', '0000-00-00' ] as $nonsense ) {
			try {
				$change->change( [ 'creditnote' => [ 'start_date' => $nonsense ] ] );
				self::fail( $nonsense );
			} catch ( Refused $refusal ) {
				self::assertSame( Refused::NO_SUCH_DAY, $refusal->why );
				self::assertSame( [ 'day' => $nonsense ], $refusal->facts );
				self::assertEquals( $before, $this->world->shop->get() );
			}
		}
		foreach ( [ '2028-02-29', '' ] as $day ) {
			self::assertSame(
				$day,
				$change->change( [ 'creditnote' => [ 'start_date' => $day ] ] )
					->workflow( DocumentKind::CreditNote )->start_date
			);
		}
	}

	public function test_a_sellsy_that_is_down_is_nothing_to_ask_the_host_about(): void {
		$of = static fn ( int $status ): ProblemCode =>
			( new RemoteFailure( FailureKind::NotSent, $status, 'POST /oauth2/access-tokens' ) )->problem()->code;

		self::assertSame(
			[ ProblemCode::SellsyDown, ProblemCode::NotSent, ProblemCode::NotSent ],
			[ $of( 503 ), $of( 403 ), $of( 0 ) ]
		);
	}

	public function test_a_failure_becomes_a_problem_with_what_is_needed_to_mend_it(): void {
		$blocked  = new RemoteFailure(
			kind: FailureKind::AccountBlocked,
			status: 403,
			route: 'POST /invoices',
			scope: 'invoices.write'
		);
		$rejected = new RemoteFailure(
			kind: FailureKind::Rejected,
			status: 400,
			route: 'POST /invoices',
			detail: 'Date invalide'
		);
		$blocked  = $blocked->problem();
		$rejected = $rejected->problem();

		self::assertSame(
			[ ProblemCode::AccountBlocked, 'invoices.write' ],
			[ $blocked->code, $blocked->fact( 'scope' ) ]
		);
		self::assertSame(
			[ ProblemCode::Rejected, 'Date invalide' ],
			[ $rejected->code, $rejected->fact( 'message' ) ]
		);
	}

	public function test_a_copy_that_is_seen_again_is_no_new_pause_and_stands_beside_another_cause(): void {
		$world = new World();
		$copy  = new SiteCopy( $world->shop, $world->pauses, $world->clock );
		$since = $world->clock->now();
		$says  = new Problem( ProblemCode::CopiedSite );
		$world->pauses->begin( new Pause( new Problem( ProblemCode::SellsyDown ), $since, $since ) );
		$copy->begin( $says );
		self::assertSame( [ 'sellsy_down', 'copied_site' ], array_keys( $world->pauses->pauses ) );
		$world->pauses->end( ProblemCode::SellsyDown );
		$world->clock->advance( 60 );
		$copy->begin( $says );
		self::assertEquals( $since, $world->pauses->current()?->since );
	}
}
