<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Drafts;

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
use OrderInvoicer\Features\Doctor\Trials\Specimens;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;

/**
 * What the doctor leaves at Sellsy. Each is written down before it is asked for; one whose answer was lost is looked
 * for before another is made, and as long as it may be there none is. The mark is on the customer: what is for it is
 * the doctor's, whatever Sellsy or a person makes of a subject, so that there are never more than four.
 */
final class Remains {

	/** Seen of an account that does not find by customer. */
	public const NOT_FOUND = 'not-found';

	/** A person made it their own. */
	private const THEIRS = 'theirs';

	/** After this, what no search finds was never created; where searches lag, it is looked for longer. */
	private const FOUND_WITHIN  = '+2 minutes';
	private const FOUND_AT_LAST = '+1 day';

	/** What this process has just made or seen nobody else has come by to change. */
	private const FRESH = '-1 minute';

	/** @var array<string, \DateTimeImmutable> when this process saw that it is the doctor's, by thing. */
	private array $seen = [];

	/** This process made it: nothing that is for it can be lost. */
	private bool $is_customer_new = false;

	public function __construct(
		private readonly SellsyClient $client,
		private readonly Notebook $notebook,
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	/** That of what is there, even if the shop has another code since. */
	public function mark(): string {
		$first = $this->notebook->record()->staying()[0] ?? null;
		return $first->mark ?? Specimens::draft_mark( $this->settings->get()->shop_code );
	}

	/** Its id, where it is known. */
	public function there( Thing $thing ): ?int {
		return $this->trace( $thing )?->id;
	}

	/** It is there, or may be. */
	public function has( Thing $thing ): bool {
		return $this->trace( $thing ) !== null;
	}

	/**
	 * What is there already: known, or found by its mark. What a person has made something else of is theirs.
	 *
	 * @throws RemoteFailure
	 * @throws Unsettled
	 */
	public function taken( Thing $thing ): ?Answer {
		$id = $this->there( $thing );
		$it = $this->read( $thing );
		if ( $it !== null && $this->is_ours( $thing, $it ) ) {
			return $this->unless_renamed( $thing, $it );
		}
		if ( $it !== null && $thing === Thing::Customer && array_filter( Thing::DRAFTS, $this->has( ... ) ) !== [] ) {
			throw new Unsettled( null, 'renamed' ); // Its drafts are four already.
		}
		$lost = $this->trace( $thing );
		if ( $id !== null ) {
			$this->forget( $thing );
			$lost = null;
		}
		return $lost === null && $this->is_customer_new ? null : $this->found( $thing, $lost );
	}

	/**
	 * Before it is used in a later step: a person may have come by.
	 *
	 * @throws RemoteFailure
	 * @throws Unsettled where it is gone, or somebody's.
	 */
	public function look( Thing $thing ): void {
		if ( ( $this->seen[ $thing->value ] ?? null ) > $this->clock->now()->modify( self::FRESH ) ) {
			return;
		}
		$it = $this->read( $thing );
		if ( $it === null || ! $this->is_ours( $thing, $it ) ) {
			throw new Unsettled( null, self::THEIRS );
		}
		$this->unless_renamed( $thing, $it );
	}

	/** @throws RemoteFailure */
	private function read( Thing $thing ): ?Answer {
		$id   = $this->there( $thing );
		$read = ApiRequest::get( Specimens::path( $thing ) . '/{id}', [ 'id' => (int) $id ] )->as_trial();
		return $id === null ? null : RemoteFailure::null_when_gone( fn (): Answer => $this->client->send( $read ) );
	}

	/**
	 * A draft of another name is a person's, who may go on with it, and is the one of its kind all the same. One
	 * without a name is not: Sellsy may drop it.
	 *
	 * @throws Unsettled
	 */
	private function unless_renamed( Thing $thing, Answer $it ): Answer {
		$subject = $thing->kind() === null ? '' : $it->string( 'subject' );
		if ( $subject !== '' && ! Specimens::is_named( $subject ) ) {
			throw new Unsettled( null, self::THEIRS );
		}
		$this->seen[ $thing->value ] = $this->clock->now();
		return $it;
	}

	/**
	 * @throws RemoteFailure
	 * @throws Unsettled
	 */
	private function found( Thing $thing, ?Trace $lost ): ?Answer {
		foreach ( $this->candidates( $thing ) as $one ) {
			if ( $this->is_ours( $thing, $one ) ) {
				$this->keep( ( $lost ?? $this->new_trace( $thing ) )->known_as( $one->id() ) );
				return $this->unless_renamed( $thing, $one );
			}
		}
		if ( $lost !== null ) {
			$this->settle( $lost );
		}
		return null;
	}

	/**
	 * @return list<Answer>
	 * @throws RemoteFailure
	 * @throws Unsettled where there is more than a page.
	 */
	private function candidates( Thing $thing ): array {
		$customer = $this->there( Thing::Customer );
		if ( $thing !== Thing::Customer && $customer === null ) {
			return [];
		}
		$filter = $thing === Thing::Customer
			? Specimens::filter( $thing, $this->mark() )
			: ApiRequest::related( 'company', (int) $customer );
		$page   = ApiRequest::newest( Specimens::path( $thing ) . '/search', $filter );
		$found  = $this->client->send( $page )->list( 'data' );
		return count( $found ) < ApiRequest::PAGE ? $found : throw new Unsettled( null );
	}

	private function is_ours( Thing $thing, Answer $found ): bool {
		return match ( $thing ) {
			Thing::Customer => Specimens::is_marked( $thing, $found, $this->mark() ),
			Thing::Payment  => $this->is_of_customer( $found->object( 'related' ) ), // Who pays is nobody else.
			default         => ! $this->is_final( $thing, $found )
				&& array_filter( $found->list( 'related' ), $this->is_of_customer( ... ) ) !== [],
		};
	}

	private function is_final( Thing $thing, Answer $found ): bool {
		return $thing->kind()?->is_validated() === true && $found->string( 'status' ) !== 'draft';
	}

	private function is_of_customer( Answer $related ): bool {
		return $related->string( 'type' ) === 'company'
			&& $related->optional_int( 'id' ) === $this->there( Thing::Customer );
	}

	/** @throws RemoteFailure */
	public function make( Thing $thing, ApiRequest $post ): Answer {
		$trace = $this->new_trace( $thing );
		$this->keep( $trace );
		try {
			$made = $this->client->send( $post->as_trial() );
			$this->seen[ $thing->value ] = $this->clock->now();
			$this->keep( $trace->known_as( $made->id() ) );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind !== FailureKind::OutcomeUnknown ) {
				$this->forget( $thing );
			}
			throw $failure;
		}
		$this->is_customer_new = $this->is_customer_new || $thing === Thing::Customer;
		return $made;
	}

	/**
	 * @return bool false: Sellsy refuses it, and it is left.
	 * @throws RemoteFailure
	 */
	public function delete( Thing $thing, int $id ): bool {
		$is_gone = $this->is_gone_after(
			ApiRequest::delete( Specimens::path( $thing ) . '/{id}', [ 'id' => $id ] )
		);
		if ( $is_gone ) {
			$this->forget( $thing );
		}
		return $is_gone;
	}

	/**
	 * What is not there, nobody has to delete.
	 *
	 * @throws RemoteFailure
	 */
	public function is_gone_after( ApiRequest $delete ): bool {
		try {
			return $this->is_taken( $delete );
		} catch ( RemoteFailure $failure ) {
			return $failure->kind === FailureKind::NotFound ? true : throw $failure;
		}
	}

	/**
	 * @return bool false: Sellsy refuses it, which is an answer too.
	 * @throws RemoteFailure
	 */
	public function is_taken( ApiRequest $request ): bool {
		try {
			$this->client->send( $request->as_trial() );
			return true;
		} catch ( RemoteFailure $failure ) {
			return $failure->kind === FailureKind::Rejected ? false : throw $failure;
		}
	}

	/**
	 * No search finds it: it was never made, once that is sure.
	 *
	 * @throws Unsettled
	 */
	private function settle( Trace $lost ): void {
		$findings = $this->notebook->record()->findings;
		$by_whom  = $lost->thing === Thing::Payment ? Assumption::PaymentsOfCustomer : Assumption::LostDocument;
		$is_blind = ( $findings[ $by_whom->value ] ?? null )?->seen === self::NOT_FOUND;
		$is_slow  = ( $findings[ Assumption::SearchLag->value ] ?? null )?->state === State::Otherwise;
		$sure     = $lost->at->modify( $is_slow ? self::FOUND_AT_LAST : self::FOUND_WITHIN );
		if ( $is_blind || $sure > $this->clock->now() ) {
			throw new Unsettled( $is_blind || $is_slow ? null : $sure );
		}
		$this->forget( $lost->thing );
	}

	private function trace( Thing $thing ): ?Trace {
		return $this->notebook->record()->trace( $thing, $this->mark() );
	}

	private function new_trace( Thing $thing ): Trace {
		return new Trace( $thing, $this->mark(), $this->clock->now() );
	}

	private function keep( Trace $trace ): void {
		$this->notebook->write( $this->notebook->record()->with_trace( $trace ) );
	}

	private function forget( Thing $thing ): void {
		$this->notebook->write( $this->notebook->record()->without( $this->new_trace( $thing ) ) );
	}
}
