<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Features\Doctor\Kept\Thing;
use OrderInvoicer\Features\Doctor\Trials\Answers;
use OrderInvoicer\Features\Doctor\Trials\CompanyTrial;
use OrderInvoicer\Features\Doctor\Trials\LeavesDrafts;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;
use OrderInvoicer\Sellsy\Mapping\PartiesMapping;

/** The invoice is read with whom it is for, who was just changed, and listed: by its day, and by its status. */
final class DraftListsTrial implements LeavesDrafts {

	/** A search that finds nothing says something only where what was just made had time to be found. */
	private const LOOKS = 3;

	public function __construct(
		private readonly SellsyClient $client,
		private readonly Drafts $drafts,
		private readonly Clock $clock,
	) {}

	public function name(): string {
		return 'draft-lists';
	}

	public function revision(): int {
		return 1;
	}

	public function answers(): array {
		return [ 'embedded-parties', 'status-of-list', 'lost-document', 'drafts-by-status' ];
	}

	public function most_calls(): int {
		return 6;
	}

	public function run( Answers $answers ): void {
		$id = $this->drafts->there( Thing::Invoice );
		if ( $id === null || $answers->noted( Drafts::note( Thing::Invoice ) ) === null ) {
			array_map( static fn ( string $one ) => $answers->not_known( $one, 'no-draft' ), $this->answers() );
			return;
		}
		try {
			$website = $this->drafts->change_customer();
		} catch ( Unsettled $unsettled ) {
			array_map( static fn ( string $one ) => $answers->not_known( $one, $unsettled->why ), $this->answers() );
			return;
		}
		$query   = [ 'embed' => PartiesMapping::EMBEDDED ];
		$invoice = $this->client->send( ApiRequest::get( '/invoices/{id}', [ 'id' => $id ], $query ) );
		$this->look_at_customer( $invoice, $website, $answers );
		$by_status = $this->listed( $invoice, [ 'status' => [ 'draft' ] ] );
		$this->look_by_day( $invoice, $by_status, $answers );
		if ( $answers->again_at() === null ) {
			$this->look_by_status( $invoice, $by_status, $answers );
		}
	}

	private function look_at_customer( Answer $invoice, string $website, Answers $answers ): void {
		$customer = $invoice->object( '_embed' )->object( 'company' );
		$seen     = match ( true ) {
			! $customer->has( 'is_archived' ) => 'missing',
			$customer->string( 'website' ) !== $website => 'as-it-was',
			default => 'as-it-is',
		};
		$answers->give( 'embedded-parties', $seen === 'as-it-is', $seen );
	}

	/**
	 * @param Answer|null $by_status as another filter finds it.
	 * @throws RemoteFailure
	 */
	private function look_by_day( Answer $invoice, ?Answer $by_status, Answers $answers ): void {
		$since = $this->clock->now()->modify( '-1 day' );
		$made  = strtotime( $invoice->string( 'created' ) );
		$since = $made === false ? $since : $since->setTimestamp( $made )->modify( '-1 day' );
		$found = $this->listed( $invoice, [ 'created' => [ 'start' => $since->format( DATE_ATOM ) ] ] );
		if ( $found !== null ) {
			$answers->give( 'lost-document', true, 'found' );
			return;
		}
		$looks = 1 + (int) $answers->noted( 'draft-looks' );
		if ( $by_status === null && $looks < self::LOOKS && $answers->seen( 'search-lag' ) !== CompanyTrial::LATER ) {
			$answers->note( 'draft-looks', $looks );
			$answers->wait_until( $this->clock->now()->modify( '+1 minute' ) );
			return;
		}
		$answers->give( 'lost-document', false, $by_status === null ? Remains::NOT_FOUND : 'not-by-day' );
	}

	private function look_by_status( Answer $invoice, ?Answer $found, Answers $answers ): void {
		if ( $found === null ) {
			$answers->give( 'drafts-by-status', false, 'not-found' );
			$answers->not_known( 'status-of-list', 'search-lags' );
			return;
		}
		$has_amounts = $found->object( 'amounts' )->has( 'total_incl_tax' );
		$answers->give( 'drafts-by-status', $has_amounts, $has_amounts ? 'found' : 'no-amounts' );
		$is_same = $found->string( 'status' ) === $invoice->string( 'status' );
		$answers->give( 'status-of-list', $is_same, $is_same ? 'same' : 'another' );
	}

	/**
	 * The invoice among those of its customer that a filter finds.
	 *
	 * @param array<string, mixed> $filter
	 * @throws RemoteFailure
	 */
	private function listed( Answer $invoice, array $filter ): ?Answer {
		$filter += Remains::related( (int) $this->drafts->there( Thing::Customer ) );
		$search  = ApiRequest::search( '/invoices/search', $filter, Remains::NEWEST_FIRST );
		foreach ( $this->client->send( $search )->list( 'data' ) as $one ) {
			if ( $one->id() === $invoice->id() ) {
				return $one;
			}
		}
		return null;
	}
}
