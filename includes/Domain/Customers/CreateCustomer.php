<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\AccountFindings;
use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Trail;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Domain\Text\PlainName;
use OrderInvoicer\Domain\Text\PlainText;

/**
 * Creates the buyer as a client; called only after every search was answered and found nobody.
 *
 * @assumes search-by-email
 */
final class CreateCustomer {

	/** Of a name, as Sellsy has it. */
	private const LONGEST = 250;

	public function __construct(
		private readonly Customers $customers,
		private readonly AccountFindings $findings,
		private readonly OrderLinks $orders,
		private readonly Logger $logger,
		private readonly Trail $trail,
	) {}

	/**
	 * @throws NeedsAttention when the buyer has no name.
	 * @throws RemoteFailure
	 */
	public function create( CustomerType $type, string $reference, Buyer $buyer, int $order_id ): RemoteCustomer {
		self::check_name( $buyer );
		try {
			return $this->created( new CustomerDraft( $type, $reference, $buyer ) );
		} catch ( RemoteFailure $failure ) {
			if ( ! self::is_staff_email( $failure, $buyer ) ) {
				throw $failure;
			}
			return $this->create_without_email(
				new CustomerDraft( type: $type, reference: $reference, buyer: $buyer, with_email: false ),
				$order_id
			);
		}
	}

	/** @throws NeedsAttention when the buyer has none. */
	public static function check_name( Buyer $buyer ): void {
		if ( ! PlainName::says_something( ( new PlainText() )->line( $buyer->name(), self::LONGEST ) ) ) {
			throw new NeedsAttention( new Problem( ProblemCode::CustomerNameless ) );
		}
	}

	/** Sellsy refuses the address of one of its own staff: typically the owner's, on the first test order. */
	public static function is_staff_email( RemoteFailure $failure, Buyer $buyer ): bool {
		return $failure->kind === FailureKind::Rejected
			&& $buyer->email !== ''
			&& in_array( 'email', $failure->fields, true );
	}

	private function created( CustomerDraft $draft ): RemoteCustomer {
		$customer = $this->customers->create( $draft );
		$this->trail->note( new Step( StepCode::Created, $customer->ref->facts() + $this->doubt( $draft->buyer ) ) );
		return $customer->as_new();
	}

	/**
	 * Whom no spelling finds is told of where it could be otherwise.
	 *
	 * @return array<string, int>
	 */
	private function doubt( Buyer $buyer ): array {
		return $buyer->email === '' || $this->findings->is_otherwise( Assumption::SearchByEmail )
			? []
			: [ 'minds_case' => 1 ];
	}

	private function create_without_email( CustomerDraft $draft, int $order_id ): RemoteCustomer {
		$customer = $this->created( $draft );
		$this->logger->info(
			'Customer created without e-mail: the address belongs to one of Sellsy\'s staff.',
			[ 'order_id' => $order_id ]
		);
		$this->orders->note_problem( $order_id, new Problem( ProblemCode::StaffEmail ) );
		return $customer;
	}
}
