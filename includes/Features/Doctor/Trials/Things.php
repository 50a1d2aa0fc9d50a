<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Features\Doctor\Kept\Notebook;
use OrderInvoicer\Features\Doctor\Kept\State;
use OrderInvoicer\Features\Doctor\Kept\Thing;
use OrderInvoicer\Features\Doctor\Kept\Trace;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;

/**
 * The doctor's own objects at Sellsy. Each is written down before it is asked for, so that one whose answer was lost is
 * found by its mark and deleted too.
 */
final class Things {

	/** After this, what no search finds was never created; where searches lag, it is looked for longer. */
	private const FOUND_WITHIN  = '-2 minutes';
	private const FOUND_AT_LAST = '-1 day';

	/** What nobody will do however often it is asked for. */
	private const REFUSED = [ FailureKind::Rejected, FailureKind::AccountBlocked ];

	/** What no other call would come by either. */
	private const OF_ALL = [ FailureKind::RateLimited, FailureKind::Unauthorized, FailureKind::NotSent ];

	/** What this process made since then nobody else has come by to change. */
	private const FRESH = '-1 minute';

	/** @var array<string, \DateTimeImmutable> when this process made it, by key. */
	private array $made = [];

	public function __construct(
		private readonly SellsyClient $client,
		private readonly Notebook $notebook,
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	public function mark(): string {
		return Specimens::mark( $this->settings->get()->shop_code );
	}

	/**
	 * Its id, made where it is not there.
	 *
	 * @throws RemoteFailure
	 */
	public function company(): int {
		return $this->there( Thing::Company ) ?? $this->make( Thing::Company, Specimens::company( $this->mark() ) );
	}

	/**
	 * Its id, made where it is not there.
	 *
	 * @throws RemoteFailure
	 */
	public function item(): int {
		return $this->there( Thing::Item ) ?? $this->make( Thing::Item, Specimens::item( $this->mark() ) );
	}

	/**
	 * The newest that are found, in one call: a filter that is not looked at finds all that there is.
	 *
	 * @param array<string, mixed> $filter
	 * @return list<Answer>
	 * @throws RemoteFailure
	 */
	public function search( Thing $thing, array $filter ): array {
		$path   = Specimens::path( $thing ) . '/search';
		$search = $thing === Thing::Webhook // Their search has no order.
			? ApiRequest::search( $path, $filter, [ 'limit' => ApiRequest::PAGE ] )
			: ApiRequest::newest( $path, $filter );
		return $this->client->send( $search )->list( 'data' );
	}

	public function there( Thing $thing ): ?int {
		return $this->trace( $thing, $this->mark() )?->id;
	}

	private function trace( Thing $thing, string $mark ): ?Trace {
		return $this->notebook->record()->trace( $thing, $mark );
	}

	/**
	 * @param array<string, mixed> $body
	 * @throws RemoteFailure
	 */
	public function make( Thing $thing, array $body ): int {
		$trace = $this->intend( $thing, $this->mark() );
		try {
			$id = $this->client->send( ApiRequest::post( Specimens::path( $thing ), $body )->as_trial() )->id();
		} catch ( RemoteFailure $failure ) {
			$this->forget_unless_made( $trace, $failure );
			throw $failure;
		}
		$this->made[ self::key( $thing, $id ) ] = $this->clock->now();
		$this->notebook->write( $this->notebook->record()->with_trace( $trace->known_as( $id ) ) );
		return $id;
	}

	/** What Sellsy refused was never made. */
	public function forget_unless_made( Trace $trace, RemoteFailure $failure ): void {
		if ( $failure->kind !== FailureKind::OutcomeUnknown && ! $trace->is_doubtful ) {
			$this->forget( $trace->thing, $trace->mark );
		}
	}

	/** Something of that mark may be at Sellsy from now on. */
	public function intend( Thing $thing, string $mark ): Trace {
		$is_lost = $this->trace( $thing, $mark ) !== null;
		$trace   = new Trace( thing: $thing, mark: $mark, at: $this->clock->now(), is_doubtful: $is_lost );
		$this->notebook->write( $this->notebook->record()->with_trace( $trace ) );
		return $trace;
	}

	/**
	 * What one trial alone needs goes with it; what is not deleted now is when all is.
	 *
	 * @throws RemoteFailure where Sellsy is not there, or allows nothing more.
	 */
	public function remove( Thing $thing ): void {
		$trace = $this->trace( $thing, $this->mark() );
		if ( $trace !== null ) {
			$this->not_deleted( $trace );
		}
	}

	/** Nothing of that mark is there. */
	public function forget( Thing $thing, string $mark ): void {
		$trace = new Trace( $thing, $mark, $this->clock->now() );
		$this->notebook->write( $this->notebook->record()->without( $trace ) );
	}

	/**
	 * What is of the doctor's is deleted; one that Sellsy fails to delete is in the way of no other.
	 *
	 * @return \DateTimeImmutable|null when to look again for what no search finds yet; null: not in this run.
	 * @throws RemoteFailure where Sellsy failed to delete something that it does not refuse.
	 */
	public function clean(): ?\DateTimeImmutable {
		$again  = null;
		$failed = null;
		foreach ( array_reverse( $this->notebook->record()->passing() ) as $trace ) {
			$failed = $this->not_deleted( $trace ) ?? $failed;
			$again ??= $this->settles_at( $trace );
		}
		return $failed === null ? $again : throw $failed;
	}

	/**
	 * @return RemoteFailure|null by which it may be there still; null: it is gone, or nobody will ever delete it.
	 * @throws RemoteFailure where Sellsy is not there, or allows nothing more.
	 */
	private function not_deleted( Trace $trace ): ?RemoteFailure {
		try {
			$this->delete( $trace );
			return null;
		} catch ( RemoteFailure $failure ) {
			return match ( true ) {
				in_array( $failure->kind, self::OF_ALL, true ) => throw $failure,
				in_array( $failure->kind, self::REFUSED, true ) => null,
				default => $failure,
			};
		}
	}

	/** Null also where even then nobody may search for it. */
	private function settles_at( Trace $trace ): ?\DateTimeImmutable {
		$left = $this->trace( $trace->thing, $trace->mark );
		$then = $left?->at->modify( ltrim( self::FOUND_WITHIN, '-' ) );
		return $left?->id === null && ! $this->lags() && $then > $this->clock->now() ? $then : null;
	}

	/** @throws RemoteFailure */
	private function find_and_delete( Trace $trace ): void {
		$ours = array_filter(
			$this->search( $trace->thing, Specimens::filter( $trace->thing, $trace->mark ) ),
			static fn ( Answer $one ): bool => Specimens::is_marked( $trace->thing, $one, $trace->mark )
		);
		foreach ( $ours as $one ) {
			$this->send_delete( $trace->thing, $one->id() );
		}
		$patience = $this->lags() ? self::FOUND_AT_LAST : self::FOUND_WITHIN;
		if ( $ours !== [] || $trace->at <= $this->clock->now()->modify( $patience ) ) {
			$this->forget( $trace->thing, $trace->mark );
		}
	}

	/** @throws RemoteFailure */
	private function delete( Trace $trace ): void {
		if ( $trace->id !== null && $this->is_ours( $trace, $trace->id ) ) {
			$this->send_delete( $trace->thing, $trace->id );
		}
		if ( $trace->id !== null && ! $trace->is_doubtful ) {
			$this->forget( $trace->thing, $trace->mark );
			return;
		}
		$this->notebook->write( $this->notebook->record()->with_trace( $trace->only_doubtful() ) );
		$this->find_and_delete( $trace );
	}

	/** Somebody may have made something of their own of what another process left, or this one a while ago. */
	private function is_ours( Trace $trace, int $id ): bool {
		$made = $this->made[ self::key( $trace->thing, $id ) ] ?? null;
		if ( $made > $this->clock->now()->modify( self::FRESH ) ) {
			return true;
		}
		$read  = ApiRequest::get( Specimens::path( $trace->thing ) . '/{id}', [ 'id' => $id ] )->as_trial();
		$found = RemoteFailure::null_when_gone( fn (): Answer => $this->client->send( $read ) );
		return $found !== null && Specimens::is_marked( $trace->thing, $found, $trace->mark );
	}

	/** @throws RemoteFailure */
	private function send_delete( Thing $thing, int $id ): void {
		$delete = ApiRequest::delete( Specimens::path( $thing ) . '/{id}', [ 'id' => $id ] );
		RemoteFailure::null_when_gone( fn (): Answer => $this->client->send( $delete ) );
	}

	private function lags(): bool {
		$finding = $this->notebook->record()->findings[ Assumption::SearchLag->value ] ?? null;
		return $finding?->state === State::Otherwise;
	}

	private static function key( Thing $thing, int $id ): string {
		return "$thing->value $id";
	}

	/**
	 * Tells how it stands then.
	 *
	 * @param array<string, mixed> $fields what is sent.
	 * @param list<string>         $wanted fields to look at: where the answer to a change leaves one out, it is read.
	 * @throws RemoteFailure
	 */
	public function change( Thing $thing, int $id, array $fields, array $wanted ): Answer {
		$path    = Specimens::path( $thing ) . '/{id}';
		$changed = $this->client->send( ApiRequest::put( $path, $fields, [ 'id' => $id ] )->as_trial() );
		return array_diff( $wanted, $changed->keys() ) === []
			? $changed
			: $this->client->send( ApiRequest::get( $path, [ 'id' => $id ] ) );
	}
}
