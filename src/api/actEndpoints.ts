/** What a person does with an order and its rows: the pages and the order screen call it. */
import {
	type CompanyRefusal,
	CustomerCandidatesSchema,
	type CustomerChoice,
	type OrderLinkRequest,
	OrderLinkSchema,
	type OrderSync,
	type SameClientRequest,
	SameClientSchema,
	type TaskAcceptRounding,
	type TaskAct,
	type TaskPaidBack,
	type TaskRetry,
	TaskSchema,
} from '../generated/schemas';
import { request } from './request';

/** Made at once, whatever trigger and start date say, and never twice. */
export const syncOrder = ( orderId: number, data: OrderSync ) =>
	request( TaskSchema, {
		path: `/orders/${ orderId }/sync`,
		method: 'POST',
		data,
	} );

/** What a person does with a row; `path`: the end of its route. */
export const actOn = (
	id: number,
	path: string,
	data: Partial< TaskRetry & TaskAcceptRounding >
) =>
	request( TaskSchema, {
		path: `/tasks/${ id }/${ path }`,
		method: 'POST',
		data,
	} );

/** Asks Sellsy. */
export const getCandidates = ( id: number, signal: AbortSignal ) =>
	request( CustomerCandidatesSchema, {
		path: `/tasks/${ id }/customer`,
		signal,
	} );

export const chooseCustomer = ( id: number, data: CustomerChoice ) =>
	request( TaskSchema, {
		path: `/tasks/${ id }/customer`,
		method: 'POST',
		data,
	} );

/** The customer asked for the invoice in their company's name, and reads why not. */
export const refuseCompany = ( id: number, data: CompanyRefusal ) =>
	request( TaskSchema, {
		path: `/tasks/${ id }/refuse-company`,
		method: 'POST',
		data,
	} );

/** None of those offered: the buyer becomes a customer of its own. */
export const chooseNoCustomer = ( id: number, data: TaskAct ) =>
	request( TaskSchema, {
		path: `/tasks/${ id }/customer/none`,
		method: 'POST',
		data,
	} );

/** A document that somebody made at Sellsy, by number or address; asks Sellsy. `as`: what of the order it is. */
export const lookForDocument = (
	orderId: number,
	query: { as: string; number: string }
) =>
	request( OrderLinkSchema, {
		path: `/orders/${ orderId }/link?${ new URLSearchParams(
			query
		).toString() }`,
	} );

/** Refused where the document is otherwise than it was `seen`. */
export const linkDocument = ( orderId: number, data: OrderLinkRequest ) =>
	request( TaskSchema, {
		path: `/orders/${ orderId }/link`,
		method: 'POST',
		data,
	} );

/** Clients with the e-mail address of the order; asks Sellsy. */
export const getSameClients = ( orderId: number, signal: AbortSignal ) =>
	request( SameClientSchema, {
		path: `/orders/${ orderId }/same-client`,
		signal,
	} );

export const sayClient = ( orderId: number, data: SameClientRequest ) =>
	request( SameClientSchema, {
		path: `/orders/${ orderId }/same-client`,
		method: 'POST',
		data,
	} );

/** The money of a refund has left; by the row of its credit note. */
export const recordPaidBack = ( id: number, data: TaskPaidBack ) =>
	request( TaskSchema, {
		path: `/tasks/${ id }/paid-back`,
		method: 'POST',
		data,
	} );
