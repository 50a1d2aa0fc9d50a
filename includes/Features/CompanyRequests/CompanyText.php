<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\CompanyRequests;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyConsequence;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyData;
use OrderInvoicer\Features\CompanyRequests\Rules\WeighCompany;
use OrderInvoicer\Wording\ActQuestion;
use OrderInvoicer\Wording\MovedPaymentText;
use OrderInvoicer\Wording\Names\AmountText;

/** What an owner reads of a buyer's request, and before they accept it. Plain text, to be escaped. */
final class CompanyText implements ActQuestion {

	public function __construct(
		private readonly WeighCompany $weigh,
		private readonly MovedPaymentText $moved_payment_text,
		private readonly AmountText $amounts,
	) {}

	public function act(): RowAct {
		return RowAct::AcceptCompany;
	}

	public function sentences( Task $task ): array {
		$data  = $this->weigh->data( $task );
		$would = $task->problem === null ? null : CompanyConsequence::from_problem( $task->problem );
		return $data === null || $would === null
			? []
			: [
				...$this->asked( $data ),
				...$this->done( $would ),
				...$this->moved_payment_text->of( $task, $this->weigh->is_for_another( $task->key->order_id ) ),
			];
	}

	/** @return list<string> one for each that was given. */
	private function asked( CompanyData $data ): array {
		$given = [
			/* translators: %s: name of a company. */
			[ __( 'Company: %s', 'orderinvoicer' ), $data->company ],
			/* translators: %s: number of a company. */
			[ __( 'SIREN or SIRET: %s', 'orderinvoicer' ), $data->siret ],
			/* translators: %s: number of a company. */
			[ __( 'VAT number: %s', 'orderinvoicer' ), $data->vat_number ],
			/* translators: %s: number that the customer gave the purchase. */
			[ __( 'Their order number: %s', 'orderinvoicer' ), $data->order_number ],
		];
		$said  = [];
		foreach ( $given as [ $says, $value ] ) {
			if ( $value !== '' ) {
				$said[] = sprintf( $says, $value );
			}
		}
		return $said;
	}

	/** @return list<string> */
	private function done( CompanyConsequence $would ): array {
		$after = $this->amounts->text( $would->after, $would->currency );
		return $would->number === '' ? [ $this->in_place( $would, $after ) ] : [
			sprintf(
				/* translators: 1: number of an invoice, 2: what is left of its total. */
				__(
					'A credit note takes back all that is left of invoice %1$s (%2$s). This cannot be undone.',
					'orderinvoicer'
				),
				$would->number,
				$this->before( $would )
			),
			sprintf(
				/* translators: %s: total of an invoice. */
				__(
					'Then a new invoice is made out to the company: %s. It becomes final as your other invoices do.',
					'orderinvoicer'
				),
				$after
			),
		];
	}

	/** Nothing is final yet. */
	private function in_place( CompanyConsequence $would, string $after ): string {
		return $would->is_made
			? sprintf(
				/* translators: 1: total of a draft now, 2: its total afterwards. */
				__(
					'The draft of the invoice (%1$s) is changed and made out to the company: %2$s.',
					'orderinvoicer'
				),
				$this->before( $would ),
				$after
			)
			: sprintf(
				/* translators: %s: total of an invoice. */
				__(
					'There is no invoice yet. Once it is made, it is made out to the company: %s.',
					'orderinvoicer'
				),
				$after
			);
	}

	private function before( CompanyConsequence $would ): string {
		return $would->before === null
			? __( 'total not known', 'orderinvoicer' )
			: $this->amounts->text( $would->before, $would->currency );
	}
}
