<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\AccountListener;
use OrderInvoicer\Domain\Account\Site;
use OrderInvoicer\Domain\Account\SiteGuard;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\RemoteIds\Turn;
use OrderInvoicer\Domain\Seen\EventAddress;
use OrderInvoicer\Domain\Seen\Webhooks;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Domain\System\Randomness;
use OrderInvoicer\Domain\Work\PassPart;
use OrderInvoicer\Domain\Work\PassTurn;

/**
 * This shop's webhook at Sellsy is there where the owner wants it, and gone where not. Only those that send to this
 * shop's own address are ever touched. It is only a help: what fails is tried again later and stops nothing.
 */
final class KeepWebhook implements PassPart, AccountListener {

	/** Somebody may have deleted it at Sellsy, or switched it off there. */
	private const LOOK_AGAIN = '-1 day';
	private const TRY_AGAIN  = '-1 hour';

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly Webhooks $webhooks,
		private readonly KeptWebhook $kept,
		private readonly EventAddress $address,
		private readonly Site $site,
		private readonly SiteGuard $guard,
		private readonly Turn $turn,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
		private readonly Logger $logger,
	) {}

	public function turn(): PassTurn {
		return PassTurn::AfterWork;
	}

	/** In each pass: asks Sellsy once a day, and once an hour where it failed. */
	public function run(): void {
		$kept     = $this->kept->get();
		$again    = $this->clock->now()->modify( $kept?->obstacle === null ? self::LOOK_AGAIN : self::TRY_AGAIN );
		$was_done = $kept !== null && $kept->tried_at > $again;
		$is_done  = $this->settings->get()->talk_back->webhooks
			? $was_done && $this->fits( $kept )
			: $kept === null || ( $was_done && $kept->obstacle === Obstacle::NotDeleted );
		if ( ! $is_done ) {
			$this->now();
		}
	}

	/** A person may wait for the answer. While work is frozen, nothing is touched: another shop's may be kept here. */
	public function now(): void {
		$this->turn->take(
			'webhook',
			function (): void {
				$kept = $this->kept->get();
				match ( true ) {
					! $this->settings->get()->talk_back->webhooks => $this->end( $kept ),
					! $this->guard->is_frozen()                   => $this->look( $kept ),
					default                                       => null,
				};
			}
		);
	}

	public function before_keys_go( bool $disconnects ): void {
		$this->remove(); // With the keys that made it.
	}

	/**
	 * The shop is about to lose its access, or the plugin goes for good. What Sellsy does not take back now sends to an
	 * address that no longer knows its key.
	 */
	public function remove(): void {
		$kept = $this->kept->get();
		try {
			if ( $kept !== null && ! $this->guard->is_frozen() ) {
				$this->delete( $kept );
			}
		} catch ( RemoteFailure $failure ) {
			$this->failed( $failure );
		} finally {
			$this->kept->forget();
		}
	}

	/**
	 * The plugin is switched off, and may be switched on again: what still stands at Sellsy is not forgotten, so that
	 * it can be deleted then.
	 */
	public function pause(): void {
		$kept = $this->kept->get();
		if ( $kept === null || $this->guard->is_frozen() || ! $this->is_this_shops( $kept ) ) {
			return;
		}
		$this->is_deleted( $kept );
	}

	private function is_deleted( Webhook $kept ): bool {
		try {
			$this->delete( $kept );
			$this->kept->forget();
			return true;
		} catch ( RemoteFailure $failure ) {
			$this->failed( $failure );
			return false;
		}
	}

	/**
	 * A person says that the shop has moved to the address that it has now. What is kept here is still its own: the
	 * next pass makes another one, and deletes this one, wherever it sends to.
	 */
	public function has_moved(): void {
		$kept = $this->kept->get();
		if ( $kept !== null && $kept->account === $this->site->known_account() ) {
			$this->kept->keep( $kept->of( $this->site->address() ) );
		}
	}

	/** @return 'off'|'coming'|'on'|value-of<Obstacle> */
	public function state(): string {
		$kept = $this->kept->get();
		if ( ! $this->settings->get()->talk_back->webhooks ) {
			return $kept?->obstacle === Obstacle::NotDeleted ? Obstacle::NotDeleted->value : 'off';
		}
		$obstacle = $this->obstacle() ?? $kept?->obstacle;
		return match ( true ) {
			$obstacle !== null                                      => $obstacle->value,
			$kept !== null && $kept->id > 0 && $this->fits( $kept ) => 'on',
			default                                                 => 'coming',
		};
	}

	private function end( ?Webhook $kept ): void {
		if ( $kept !== null && ! $this->guard->is_frozen() && ! $this->is_deleted( $kept ) ) {
			$this->kept->keep( $kept->tried( $this->clock->now(), Obstacle::NotDeleted ) );
		}
	}

	/** One of another account or shop is only forgotten: a copy of this shop would take it from the original. */
	private function look( ?Webhook $kept ): void {
		$is_ours  = $kept !== null && $this->fits( $kept );
		$obstacle = $this->obstacle();
		$webhook  = $is_ours ? $kept : $this->fresh();
		try {
			if ( ! $this->guard->holds() ) {
				return;
			}
			if ( $kept !== null && ! $is_ours ) {
				$this->delete( $kept ); // It sent to this shop's former address: http, www, or one that it moved from.
			}
			if ( $obstacle === null && ! ( $is_ours && $kept->id > 0 && $this->webhooks->stands( $kept->id ) ) ) {
				$webhook  = $this->make();
				$obstacle = $webhook->obstacle;
			}
		} catch ( RemoteFailure $failure ) {
			$this->failed( $failure );
			$obstacle = Obstacle::of_failure( $failure );
			$webhook  = $this->kept->get() ?? $webhook; // With what was kept before Sellsy was asked.
		}
		$this->kept->keep( $webhook->tried( $this->clock->now(), $obstacle ) );
	}

	/**
	 * Its key is kept before Sellsy hears of it: so one without a key is surely not there. What an earlier try left
	 * behind sends to the same address, with a key that nobody knows any more.
	 *
	 * @throws RemoteFailure
	 */
	private function make(): Webhook {
		$webhook = $this->fresh();
		$events  = $this->webhooks->events();
		if ( $events === [] ) {
			return $webhook->tried( $webhook->tried_at, Obstacle::NoEvents );
		}
		foreach ( $this->webhooks->at( $webhook->url ) as $id ) {
			$this->webhooks->delete( $id );
		}
		$keyed = $webhook->with_key( $this->randomness->token() . $this->randomness->token() );
		$this->kept->keep( $keyed );
		$made = $keyed->with_id( $this->create( $keyed, $events ) );
		$this->logger->info( 'Sellsy tells this shop what happens there.', [ 'remote_id' => $made->id ] );
		return $made;
	}

	/**
	 * @param list<string> $events
	 * @return int its id.
	 * @throws RemoteFailure
	 */
	private function create( Webhook $keyed, array $events ): int {
		try {
			return $this->webhooks->create( $keyed->url, $keyed->key, $events );
		} catch ( RemoteFailure $failure ) {
			if ( Obstacle::of_failure( $failure ) === Obstacle::NoRight ) {
				$this->kept->keep( $keyed->with_key( '' ) ); // Surely nothing was made.
			}
			throw $failure;
		}
	}

	private function fresh(): Webhook {
		return new Webhook(
			id: 0,
			url: $this->address->url(),
			key: '',
			account: $this->site->known_account(),
			address: $this->site->address(),
			tried_at: $this->clock->now()
		);
	}

	/** @throws RemoteFailure */
	private function delete( Webhook $kept ): void {
		if ( ! $this->is_this_shops( $kept ) || ( $kept->id === 0 && $kept->key === '' ) ) {
			return;
		}
		foreach ( $kept->id > 0 ? [ $kept->id ] : $this->webhooks->at( $kept->url ) as $id ) {
			$this->webhooks->delete( $id );
		}
	}

	/** A copy of the shop has what is kept here, too. */
	private function is_this_shops( Webhook $kept ): bool {
		return $kept->account === $this->site->known_account() && $kept->address === $this->site->address();
	}

	private function fits( Webhook $kept ): bool {
		return $this->is_this_shops( $kept ) && $kept->url === $this->address->url();
	}

	private function obstacle(): ?Obstacle {
		return $this->guard->is_frozen()
			? Obstacle::Copied
			: Obstacle::of_address( $this->address->url(), $this->address->environment() );
	}

	private function failed( RemoteFailure $failure ): void {
		$this->logger->error(
			'The webhook of this shop could not be kept at Sellsy.',
			[
				'route'  => $failure->route,
				'status' => $failure->status,
			]
		);
	}
}
