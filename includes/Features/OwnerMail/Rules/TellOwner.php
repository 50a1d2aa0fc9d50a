<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\MissingAccess;
use OrderInvoicer\Domain\Account\ShopCodeConflicts;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\PassPart;
use OrderInvoicer\Domain\Work\PassTurn;

/**
 * Tells the owner by e-mail that work stands still or goes on, and once a day what needs a person. Only the pass calls
 * it: no shopper and no order waits for an e-mail.
 *
 * One runner holds what was told while its e-mail leaves, so no two send the same. Where it dies in between, nobody
 * knows whether the e-mail left, and it is sent again: a second one costs the owner a glance, a lost one would leave a
 * shop without invoices for days.
 */
final class TellOwner implements PassPart {

	/** Longer than any mail server is waited for. */
	private const HOLD = '+15 minutes';

	public function __construct(
		private readonly OwnerMails $mails,
		private readonly ToldStore $store,
		private readonly MissingAccess $access,
		private readonly ShopCodeConflicts $shop_code_conflicts,
		private readonly StandstillNews $news,
		private readonly StoppedOrders $stopped,
		private readonly Pauses $pauses,
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	public function turn(): PassTurn {
		return PassTurn::EvenPaused;
	}

	/** A shop that makes no documents is left in peace. */
	public function run(): void {
		if ( $this->settings->get()->is_at_work() ) {
			$this->tell( $this->of_standstill( ... ) );
			$this->tell( $this->of_stopped_orders( ... ) );
		}
	}

	/**
	 * @param \Closure( Told ): array{Told, (\Closure(): bool)|null} $plan what was told once the e-mail has left, which
	 *        says false where it did not; null: nothing is said, and that is kept.
	 */
	private function tell( \Closure $plan ): void {
		$now  = $this->clock->now();
		$told = $this->store->read();
		if ( $told->is_held( $now ) ) {
			return;
		}
		[ $then, $mail ] = $plan( $told );
		if ( $mail === null ) {
			$this->store->keep( $then );
			return;
		}
		if ( $this->store->keep( $told->held_until( $now->modify( self::HOLD ) ) ) ) {
			$this->store->keep( $mail() ? $then : $told );
		}
	}

	/**
	 * Switched off, what was told is forgotten: what stands when it is switched on is news.
	 *
	 * @return array{Told, (\Closure(): bool)|null}
	 */
	private function of_standstill( Told $told ): array {
		if ( ! $this->mails->tells_of_standstill() ) {
			return [ $told->with_causes( [] ), null ];
		}
		$news = $this->news->news( $told, $this->causes(), $this->clock->now() );
		$mail = match ( true ) {
			$news->stopped !== []         => fn (): bool => $this->mails->stands_still( $news->stopped ),
			$news->goes_on_since !== null => fn (): bool => $this->mails->goes_on( $news->goes_on_since ),
			default                       => null,
		};
		return [ $news->told, $mail ];
	}

	/**
	 * Once switched on, the next hour that comes is the first. A day with nothing is over with that: what stops later
	 * stands in the next digest. A copy of the shop has the same orders, and is silent about them.
	 *
	 * @return array{Told, (\Closure(): bool)|null}
	 */
	private function of_stopped_orders( Told $told ): array {
		if ( ! $this->mails->tells_by_digest() ) {
			return [ $told->with_digest( '' ), null ];
		}
		$day = $this->newest_day( $this->settings->get()->digest_hour );
		if ( $day <= $told->digest ) {
			return [ $told, null ];
		}
		$groups = $told->digest === '' || $this->is_copy() ? [] : $this->stopped->groups();
		return [
			$told->with_digest( $day ),
			$groups === [] ? null : fn (): bool => $this->mails->digest( $this->stopped->orders(), $groups ),
		];
	}

	private function is_copy(): bool {
		return $this->pauses->current()?->problem->is( ProblemCode::CopiedSite ) === true;
	}

	/** Of the newest digest that could be due, in the shop's time zone: a day's digest is due from its hour on. */
	private function newest_day( int $hour ): string {
		$now   = $this->clock->now();
		$today = $this->clock->day_of( $now );
		return $this->clock->hour_of( $now ) >= $hour
			? $today
			: ( new \DateTimeImmutable( $today ) )->modify( '-1 day' )->format( 'Y-m-d' );
	}

	/**
	 * Everything for which work stands still now, or a part of it. Without access nothing is tried, so no pause says
	 * that it is missing.
	 *
	 * @return array<string, Cause> by key.
	 */
	private function causes(): array {
		$missing = $this->access->problem();
		$current = $this->pauses->current();
		$causes  = array_map(
			static fn ( Pause $pause ): Cause => new Cause( $pause->told(), $pause->since, $pause->only !== null ),
			$current === null ? $this->pauses->partial() : [ $current, ...$this->pauses->partial() ]
		);
		// What is found by its reference alone waits for a person while it stands.
		$clash = $this->shop_code_conflicts->standing();
		if ( $clash !== null ) {
			$causes[] = new Cause( $clash->problem(), null, true );
		}
		$by_key  = [];
		foreach ( $missing === null ? $causes : [ new Cause( $missing, null ), ...$causes ] as $cause ) {
			$by_key[ $cause->key() ] ??= $cause;
		}
		return $by_key;
	}
}
