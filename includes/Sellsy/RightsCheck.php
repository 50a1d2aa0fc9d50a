<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Right;
use OrderInvoicer\Domain\Account\RightState;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Auth\SeenRights;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;
use OrderInvoicer\Sellsy\Rights\NeededRights;
use OrderInvoicer\Sellsy\Rights\Privilege;
use OrderInvoicer\Sellsy\Rights\RouteScopes;
use OrderInvoicer\Sellsy\V1\V1Probe;

/**
 * Which rights this shop needs and which of them it has, found without writing anything: every list is tried, every
 * route with a dry run (`verify=true`, unless that was seen to create), what the connected person may do
 * (`GET /staffs/me`), and for the rest `RightProbe`.
 *
 * @assumes dry-run
 */
final class RightsCheck {

	/** @param \Closure(): bool $has_no_dry_run a dry run was seen to create in this account. */
	public function __construct(
		private readonly SellsyClient $client,
		private readonly V1Probe $v1,
		private readonly NeededRights $needed,
		private readonly RightProbe $probe,
		private readonly SeenRights $seen,
		private readonly SeenPerson $person,
		private readonly \Closure $has_no_dry_run,
	) {}

	/**
	 * @return list<Right>
	 * @throws RemoteFailure other than AccountBlocked.
	 */
	public function rights(): array {
		$names   = $this->needed->names();
		$doubted = $this->seen->doubted();
		$done    = $this->seen->proven();
		$states  = [];
		foreach ( $names as $name ) {
			$state = $this->proven( $name )
				?? $this->inferred( $name, $states, in_array( $name, $doubted, true ) );

			$states[ $name ] = $state === RightState::Unseen && in_array( $name, $done, true )
				? RightState::Seen
				: $state;
		}
		foreach ( $this->lacking_privileges( array_keys( $states ) ) as $name ) {
			$states[ $name ] = RightState::Missing;
		}
		foreach ( $states as $name => $state ) {
			$this->seen->tested( $name, $state, in_array( $name, $doubted, true ) );
		}
		return $this->listed( $states );
	}

	/**
	 * As they were seen last, without asking Sellsy.
	 *
	 * @return list<Right>
	 */
	public function last_seen(): array {
		$states = $this->seen->states();
		$needed = $this->needed->names();
		return $this->listed(
			array_combine(
				$needed,
				array_map( static fn ( string $name ): RightState => $states[ $name ] ?? RightState::Unseen, $needed )
			)
		);
	}

	/**
	 * @param array<string, RightState> $states
	 * @return list<Right>
	 */
	private function listed( array $states ): array {
		return array_map(
			static fn ( string $name ): Right => new Right( $name, RouteScopes::scope_of( $name ), $states[ $name ] ),
			array_keys( $states )
		);
	}

	/** Null where nothing shows it for certain. */
	private function proven( string $name ): ?RightState {
		$request = $this->proof( $name );
		return match ( true ) {
			$name === 'api-v1'   => $this->v1->answers() ? RightState::Seen : RightState::Missing,
			$request === null    => null,
			default              => $this->is_refused( $request ) ? RightState::Missing : RightState::Seen,
		};
	}

	/**
	 * What a refusal in earnest said is not taken back by an inference.
	 *
	 * @param array<string, RightState> $states
	 */
	private function inferred( string $name, array $states, bool $is_doubted ): RightState {
		$state = $this->probe->state( $name, $states );
		return $state === RightState::Seen && $is_doubted ? RightState::Unseen : $state;
	}

	private function proof( string $name ): ?ApiRequest {
		$one = [ 'limit' => 1 ];
		return match ( $name ) {
			'accounts.read'        => ApiRequest::get( '/currencies' ),
			'staffs.read'          => ApiRequest::get( '/staffs', [], $one ),
			'taxes.read'           => ApiRequest::get( '/taxes', [], $one ),
			'rate-categories.read' => ApiRequest::get( '/rate-categories', [], $one ),
			'payment-terms.read'   => ApiRequest::get( '/payment-terms', [], $one ),
			'models.read'          => ApiRequest::search( '/documents/models/search', [], $one ),
			'companies.read'       => ApiRequest::search( '/companies/search', [], $one ),
			'individuals.read'     => ApiRequest::search( '/individuals/search', [], $one ),
			'contacts.read'        => ApiRequest::search( '/contacts/search', [], $one ),
			'items.read'           => ApiRequest::search( '/items/search', [], $one ),
			'invoices.read'        => ApiRequest::search( '/invoices/search', [], $one ),
			'estimates.read'       => ApiRequest::search( '/estimates/search', [], $one ),
			'orders.read'          => ApiRequest::search( '/orders/search', [], $one ),
			'credit-notes.read'    => ApiRequest::search( '/credit-notes/search', [], $one ),
			'webhooks.read'        => ApiRequest::get( '/webhooks', [], $one ),
			'payments.read'        => ApiRequest::search( '/payments/search', [], $one ),
			'companies.write', 'individuals.write', 'contacts.write' =>
				( $this->has_no_dry_run )() ? null : $this->dry_run( $name ),
			default                => null,
		};
	}

	private function dry_run( string $name ): ApiRequest {
		$dry_run = [ 'verify' => 'true' ];
		$client  = [
			'type' => 'client',
			'name' => 'Order Invoicer',
		];
		$person  = [
			'type'      => 'client',
			'last_name' => 'Order Invoicer',
		];
		return match ( $name ) {
			'companies.write'   => ApiRequest::post( '/companies', $client, [], $dry_run ),
			'individuals.write' => ApiRequest::post( '/individuals', $person, [], $dry_run ),
			default             => ApiRequest::post( '/contacts', [ 'last_name' => 'Order Invoicer' ], [], $dry_run ),
		};
	}

	private function is_refused( ApiRequest $request ): bool {
		try {
			$this->client->send( $request->as_trial() );
		} catch ( RemoteFailure $failure ) {
			return match ( $failure->kind ) {
				FailureKind::AccountBlocked => true,
				// A dry run that only lacks a field of the account's own shows the right as well.
				FailureKind::Rejected => false,
				default => throw $failure,
			};
		}
		return false;
	}

	/**
	 * @param list<string> $names
	 * @return list<string>
	 */
	private function lacking_privileges( array $names ): array {
		$embed = [ 'embed' => SeenPerson::EMBED ];
		$me    = $this->client->send( ApiRequest::get( '/staffs/{id}', [ 'id' => 'me' ], $embed ) );
		$this->person->keep( $me );
		$may_estimate = $me->object( '_embed' )->object( 'acl' )->bool( 'create_estimates', true );
		$lack         = fn ( string $name ): bool => $name === 'estimates.write'
			? ! $may_estimate
			: $this->is_withheld( $name );
		return array_values( array_filter( $names, $lack ) );
	}

	/** A privilege that the person lacks explains why it is missing. */
	public function is_of_person( string $right ): bool {
		$is_withheld = fn ( Privilege $one ): bool => $this->person->has( $one ) === false;
		return array_filter( Privilege::of( [ $right ] ), $is_withheld ) !== [];
	}

	/** Of the person, whatever the access may. */
	private function is_withheld( string $right ): bool {
		$privilege = Privilege::first_of( $right );
		return $privilege !== null && $this->person->has( $privilege ) === false;
	}
}
