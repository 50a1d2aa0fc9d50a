import { objectOf, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import type { Understood } from '../rules/document.ts';
import type { DocumentKind } from '../state.ts';
import type { World } from '../world.ts';
import {
	amountsWithoutDue,
	contactOf,
	estimateAmounts,
	pick,
} from './document-views.ts';

/** What `compute` answers: no id, no `decimal_number`, nothing about what is due. */
export function computeView(
	kind: DocumentKind,
	body: JsonObject,
	understood: Understood,
	world: World
): JsonObject {
	const { totals } = understood;
	const staff = world.state.reference.staffs[ 0 ]?.id;
	return {
		status: 'draft',
		date: understood.date,
		subject: textOf( body[ 'subject' ] ),
		amounts: amountsWithoutDue( totals ),
		currency: understood.currency,
		taxes: totals.taxes,
		discount: null,
		related: body[ 'related' ] ?? [],
		owner: { id: Number( body[ 'owner_id' ] ?? staff ), type: 'staff' },
		rows: totals.rows.map( computedRow ),
		...ownFields( kind, body, understood ),
	};
}

function ownFields(
	kind: DocumentKind,
	body: JsonObject,
	understood: Understood
): JsonObject {
	switch ( kind ) {
		case 'invoice':
			return pick( body, [
				'order_reference',
				'payment_method_ids',
				'shipping_weight',
			] );
		case 'order':
			return {
				order_status: 'none',
				...pick( body, [ 'shipping_weight' ] ),
			};
		case 'estimate':
			return estimateFields( body, understood );
		default:
			return {};
	}
}

function estimateFields(
	body: JsonObject,
	{ totals, due_date }: Understood
): JsonObject {
	return {
		number: '',
		contact_id: contactOf( body ),
		assigned_staff_id: Number( body[ 'assigned_staff_id' ] ?? 1 ),
		amounts: estimateAmounts( totals.amounts ),
		public_link: null,
		public_link_enabled: body[ 'public_link_enabled' ] === true,
		payment_method_ids: body[ 'payment_method_ids' ] ?? [],
		expiry_date: due_date,
		...pick( body, [ 'shipping_weight' ] ),
	};
}

/** Neither whether a row is optional nor its declination is answered here. */
function computedRow( { is_optional, ...row }: JsonObject ): JsonObject {
	if ( row[ 'related' ] === undefined ) {
		return row;
	}
	const { declination_id, ...related } = objectOf( row[ 'related' ] );
	return { ...row, related };
}
