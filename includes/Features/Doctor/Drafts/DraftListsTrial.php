<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Features\Doctor\Kept\Thing;
use OrderInvoicer\Features\Doctor\Trials\About;
use OrderInvoicer\Features\Doctor\Trials\Answers;
use OrderInvoicer\Features\Doctor\Trials\CompanyTrial;
use OrderInvoicer\Features\Doctor\Trials\Trial;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;
use OrderInvoicer\Sellsy\Mapping\PartiesMapping;

/**
 * The invoice is read with whom it is for, who was just changed, and listed: by its day, by its status and, where
 * neither finds it, among all that is for its customer.
 */
final class DraftListsTrial implements Trial {

	/** A search that finds nothing says something only where what was just made had time to be found. */
	private const LOOKS = 3;

	public function __construct(
		private readonly SellsyClient $client,
		private readonly Drafts $drafts,
		private readonly Clock $clock,
	) {}

	public function about(): About {
		return new About(
			name: 'draft-lists',
			answers: [ 'embedded-parties', 'status-of-list', 'lost-document', 'drafts-by-status' ],
			most_calls: 6,
			revision: 3,
			leaves_drafts: true
		);
	}

	public function run( Answers $answers ): void {
		$id = $this->drafts->there( Thing::Invoice );
		if ( $id === null || $answers->noted( Drafts::note( Thing::Invoice ) ) === null ) {
			$answers->leave_open( 'no-draft' );
			return;
		}
		try {
			$website = $this->drafts->change_customer();
		} catch ( Unsettled $unsettled ) {
			$answers->leave_open( $unsettled->why );
			return;
		}
		$query   = [ 'embed' => PartiesMapping::EMBEDDED ];
		$invoice = $this->client->send( ApiRequest::get( '/invoices/{id}', [ 'id' => $id ], $query ) );
		$this->look_at_customer( $invoice, $website, $answers );
		$by_day    = $this->listed( $invoice, [ 'created' => [ 'start' => $this->day_before( $invoice ) ] ] );
		$by_status = $this->listed( $invoice, [ 'status' => [ 'draft' ] ] );
		$found     = $by_status ?? $by_day ?? $this->listed( $invoice, [] );
		if ( $found === null && $this->may_look_again( $answers ) ) {
			return;
		}
		$seen = $by_day !== null ? 'found' : ( $found === null ? Remains::NOT_FOUND : 'not-by-day' );
		$answers->give( 'lost-document', $by_day !== null, $seen );
		$has_amounts = $by_status?->object( 'amounts' )->has( 'total_incl_tax' ) === true;
		$seen        = $by_status === null ? 'not-found' : ( $has_amounts ? 'found' : 'no-amounts' );
		$answers->give( 'drafts-by-status', $has_amounts, $seen );
		if ( $found === null ) {
			$answers->not_known( 'status-of-list', 'search-lags' );
			return;
		}
		$is_same = $found->string( 'status' ) === $invoice->string( 'status' );
		$answers->give( 'status-of-list', $is_same, $is_same ? 'same' : 'another' );
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

	private function day_before( Answer $invoice ): string {
		$now  = $this->clock->now();
		$made = strtotime( $invoice->string( 'created' ) );
		return ( $made === false ? $now : $now->setTimestamp( $made ) )->modify( '-1 day' )->format( DATE_ATOM );
	}

	private function may_look_again( Answers $answers ): bool {
		$looks = 1 + (int) $answers->noted( 'draft-looks' );
		if ( $looks >= self::LOOKS || $answers->seen( 'search-lag' ) === CompanyTrial::LATER ) {
			return false;
		}
		$answers->note( 'draft-looks', $looks );
		$answers->wait_until( $this->clock->now()->modify( '+1 minute' ) );
		return true;
	}

	/**
	 * The invoice among those of its customer that a filter finds.
	 *
	 * @param array<string, mixed> $filter
	 * @throws RemoteFailure
	 */
	private function listed( Answer $invoice, array $filter ): ?Answer {
		$filter += ApiRequest::related( 'company', (int) $this->drafts->there( Thing::Customer ) );
		$search  = ApiRequest::newest( '/invoices/search', $filter );
		foreach ( $this->client->send( $search )->list( 'data' ) as $one ) {
			if ( $one->id() === $invoice->id() ) {
				return $one;
			}
		}
		return null;
	}
}
